package team.charts.feature;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import team.charts.api.ChartRequest.Kind;
import team.charts.plot.BoardState;
import team.charts.plot.Numbers;
import team.charts.plot.Plot;
import team.charts.plot.Point;
import team.charts.plot.XAxis;

/**
 * What is worth knowing of one series at a glance.
 *
 * @param series its position
 * @param name its name
 * @param what what the main figure is
 * @param main the main figure
 * @param more two more, in words
 */
record Figures(int series, String name, String what, String main, String more) {

    private static final int MOST = 4;

    /** The figures of the series that are shown, the first four of them. */
    static List<Figures> of(BoardState state) {
        Plot plot = state.plot();
        return IntStream.range(0, plot.series().size())
                .filter(i -> !plot.series().get(i).points().isEmpty())
                .filter(i -> !state.hidden().contains(plot.series().get(i).name()))
                .limit(MOST)
                .mapToObj(i -> of(plot, i))
                .toList();
    }

    private static Figures of(Plot plot, int series) {
        List<Point> points = plot.series().get(series).points();
        double sum = points.stream().mapToDouble(Point::y).sum();
        double average = sum / points.size();
        Point high = points.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
        Point low = points.stream().min(Comparator.comparingDouble(Point::y)).orElseThrow();
        boolean bars = plot.kind() == Kind.BAR;
        String range = "Low %s · high %s".formatted(Numbers.brief(low.y()), Numbers.brief(high.y()));
        String peak = "Average %s · highest in %s".formatted(Numbers.brief(average), place(plot, high));
        return new Figures(
                series,
                plot.series().get(series).name(),
                bars ? "total" : "average",
                Numbers.brief(bars ? sum : average),
                bars ? peak : range);
    }

    private static String place(Plot plot, Point point) {
        return plot.axis() instanceof XAxis.Categories categories
                ? categories.labels().get((int) point.x())
                : Numbers.exact(point.x());
    }
}
