package team.charts.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import team.charts.plot.Point;

class TrendTest {

    @Test
    void findsTheLineThatPointsAreOn() {
        List<Point> points =
                IntStream.range(0, 9).mapToObj(i -> new Point(i, 3 + 2.5 * i)).toList();
        Trend trend = Trend.of(points).orElseThrow();
        assertThat(trend.slope()).isCloseTo(2.5, within(1e-9));
        assertThat(trend.at(100)).isCloseTo(253, within(1e-9));
    }

    @Test
    void findsNoneInThreePointsOrAboveOnePlace() {
        assertThat(Trend.of(List.of(new Point(0, 1), new Point(1, 2), new Point(2, 3))))
                .isEmpty();
        assertThat(Trend.of(IntStream.range(0, 9).mapToObj(i -> new Point(4, i)).toList()))
                .isEmpty();
    }
}
