package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Property
    void makesAboutAsManyPartsAsAskedFor(
            @ForAll @net.jqwik.api.constraints.Scale(6) @DoubleRange(min = 1e-5, max = 1e12) double span,
            @ForAll @IntRange(min = 1, max = 20) int parts) {
        double step = Ticks.step(span, parts);
        assertThat(span / step).isLessThanOrEqualTo(parts * 1.01).isGreaterThan(parts / 2.6);
    }

    @Property
    void staysBetweenTheEnds(
            @ForAll @net.jqwik.api.constraints.Scale(6) @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @net.jqwik.api.constraints.Scale(6) @DoubleRange(min = 1e-3, max = 1e6) double span) {
        double step = Ticks.step(span, 6);
        List<Double> ticks = Ticks.between(low, low + span, step);
        assertThat(ticks).isNotEmpty().isSorted();
        assertThat(ticks.get(0)).isGreaterThanOrEqualTo(low - step * 1e-6);
        assertThat(ticks.get(ticks.size() - 1)).isLessThanOrEqualTo(low + span + step * 1e-6);
    }

    @Test
    void hasAStepEvenWithoutASpan() {
        assertThat(Ticks.step(0, 5)).isEqualTo(1);
    }
}
