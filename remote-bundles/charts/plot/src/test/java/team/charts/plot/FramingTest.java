package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest.Kind;

class FramingTest {

    private static final ToDoubleFunction<String> MEASURE = text -> text.length() * 7.0;

    @Property
    void neverLetsLabelsOfCategoriesTouch(
            @ForAll @IntRange(min = 1, max = 300) int categories,
            @ForAll @IntRange(min = 1, max = 40) int letters,
            @ForAll @IntRange(min = 200, max = 2000) int width) {
        Frame frame = Framing.frame(bars(categories, "m".repeat(letters)), Set.of(), width, 400, MEASURE);
        List<Tick> ticks = frame.xTicks();
        assertThat(ticks).isNotEmpty();
        for (int i = 1; i < ticks.size(); i++) {
            double halves = (MEASURE.applyAsDouble(ticks.get(i).label())
                            + MEASURE.applyAsDouble(ticks.get(i - 1).label()))
                    / 2;
            assertThat(ticks.get(i).at() - ticks.get(i - 1).at()).isGreaterThan(halves);
        }
    }

    @Test
    void startsBarsAtZero() {
        Frame frame = Framing.frame(bars(3, "a"), Set.of(), 600, 400, MEASURE);
        assertThat(frame.y().low()).isZero();
        assertThat(frame.base()).isEqualTo(frame.bottom());
    }

    @Test
    void putsTheBaseBetweenPositiveAndNegativeBars() {
        Frame frame = Framing.frame(plot(Kind.BAR, -10, 30), Set.of(), 600, 400, MEASURE);
        assertThat(frame.base()).isBetween(frame.top() + 100, frame.bottom() - 20);
    }

    @Test
    void looksCloseAtLinesFarFromZero() {
        Frame frame = Framing.frame(plot(Kind.LINE, 1000, 1010), Set.of(), 600, 400, MEASURE);
        assertThat(frame.y().low()).isGreaterThan(900);
    }

    @Test
    void measuresOnlyWhatIsShown() {
        Plot plot = new Plot(
                Kind.BAR,
                "x",
                new XAxis.Categories(List.of("a")),
                List.of(
                        new Series("small", List.of(new Point(0, 5))),
                        new Series("large", List.of(new Point(0, 5000)))),
                "");
        Frame frame = Framing.frame(plot, Set.of("large"), 600, 400, MEASURE);
        assertThat(frame.shown()).containsExactly(0);
        assertThat(frame.y().high()).isEqualTo(5);
    }

    @Test
    void copesWithOneValueAndWithTooLittleRoom() {
        Frame frame = Framing.frame(plot(Kind.SCATTER, 7), Set.of(), 1, 1, MEASURE);
        assertThat(frame.y().at(7)).isFinite();
        assertThat(frame.x().at(0)).isFinite();
    }

    @Test
    void keepsBarsApart() {
        Frame frame = Framing.frame(bars(4, "a"), Set.of(), 600, 400, MEASURE);
        assertThat(frame.barWidth()).isLessThan(frame.band());
        assertThat(frame.across(0, new Point(1, 0))).isEqualTo(frame.x().at(1));
    }

    @Test
    void namesMonthsAlongAYear() {
        Plot plot = new Plot(
                Kind.LINE,
                "Day",
                new XAxis.Dates(),
                List.of(new Series("s", List.of(day("2024-01-01", 1), day("2024-12-31", 2)))),
                "");
        assertThat(Framing.frame(plot, Set.of(), 800, 400, MEASURE).xTicks())
                .extracting(Tick::label)
                .containsExactly("Jan 2024", "Mar", "May", "Jul", "Sep", "Nov");
    }

    private static Point day(String date, double y) {
        return new Point(Cells.days(date).orElseThrow(), y);
    }

    private static Plot bars(int categories, String label) {
        List<String> labels =
                IntStream.range(0, categories).mapToObj(i -> label).toList();
        List<Point> points = IntStream.range(0, categories)
                .mapToObj(i -> new Point(i, 50 + i))
                .toList();
        return new Plot(Kind.BAR, "x", new XAxis.Categories(labels), List.of(new Series("s", points)), "");
    }

    private static Plot plot(Kind kind, double... values) {
        List<Point> points = IntStream.range(0, values.length)
                .mapToObj(i -> new Point(i, values[i]))
                .toList();
        XAxis axis = kind == Kind.BAR
                ? new XAxis.Categories(
                        IntStream.range(0, values.length).mapToObj(i -> "c" + i).toList())
                : new XAxis.Numbers();
        return new Plot(kind, "x", axis, List.of(new Series("s", points)), "");
    }
}
