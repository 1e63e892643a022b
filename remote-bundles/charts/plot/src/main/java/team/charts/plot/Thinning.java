package team.charts.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import team.charts.api.ChartRequest.Kind;

/** Leaves out points that nobody could tell from their neighbours. */
final class Thinning {

    private Thinning() {}

    static List<Series> thin(List<Series> series, Kind kind) {
        int each = Plot.MOST_POINTS / Math.max(1, series.size());
        return series.stream()
                .map(one -> one.points().size() <= each ? one : new Series(one.name(), thin(one.points(), each, kind)))
                .toList();
    }

    /** Thinning always fills its share to the brim or just below, and what was not thinned seldom does. */
    static boolean wasNeeded(List<Series> series) {
        int each = Plot.MOST_POINTS / Math.max(1, series.size());
        return series.stream().anyMatch(one -> one.points().size() >= each - 1);
    }

    private static List<Point> thin(List<Point> points, int most, Kind kind) {
        return kind == Kind.LINE ? extremes(points, most / 2) : everySo(points, most);
    }

    private static List<Point> everySo(List<Point> points, int most) {
        List<Point> kept = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            kept.add(points.get((int) ((long) i * points.size() / most)));
        }
        return kept;
    }

    /** The lowest and the highest of each stretch: a peak of one point stays a peak. */
    private static List<Point> extremes(List<Point> points, int stretches) {
        List<Point> kept = new ArrayList<>(stretches * 2);
        for (int i = 0; i < stretches; i++) {
            int from = (int) ((long) i * points.size() / stretches);
            int to = (int) ((long) (i + 1) * points.size() / stretches);
            List<Point> stretch = points.subList(from, to);
            Point low =
                    stretch.stream().min(Comparator.comparingDouble(Point::y)).orElseThrow();
            Point high =
                    stretch.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
            kept.add(low.x() <= high.x() ? low : high);
            kept.add(low.x() <= high.x() ? high : low);
        }
        return kept;
    }
}
