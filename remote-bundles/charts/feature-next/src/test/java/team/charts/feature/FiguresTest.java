package team.charts.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.charts.plot.BoardState;
import team.charts.plot.Plot;
import team.charts.plot.Point;
import team.charts.plot.Series;
import team.charts.plot.XAxis;

class FiguresTest {

    @Test
    void sumsUpBars() {
        assertThat(Figures.of(state(Kind.BAR, 1, Set.of())))
                .containsExactly(new Figures(0, "s0", "total", "6k", "Average 2k · highest in West"));
    }

    @Test
    void averagesWhatIsNotToBeAddedUp() {
        assertThat(Figures.of(state(Kind.LINE, 1, Set.of())))
                .containsExactly(new Figures(0, "s0", "average", "2k", "Low 1k · high 3k"));
    }

    @Test
    void leavesOutWhatIsHiddenAndWhatHasNoRoom() {
        assertThat(Figures.of(state(Kind.BAR, 7, Set.of("s1"))))
                .extracting(Figures::name)
                .containsExactly("s0", "s2", "s3", "s4");
    }

    private static BoardState state(Kind kind, int series, Set<String> hidden) {
        List<Point> points = List.of(new Point(0, 1000), new Point(1, 2000), new Point(2, 3000));
        List<Series> all = IntStream.range(0, series)
                .mapToObj(i -> new Series("s" + i, points))
                .toList();
        Plot plot = new Plot(kind, "x", new XAxis.Categories(List.of("North", "East", "West")), all, "");
        return new BoardState(new ChartRequest(kind, "t", "x", List.of()), "t", List.of(), "", hidden, plot);
    }
}
