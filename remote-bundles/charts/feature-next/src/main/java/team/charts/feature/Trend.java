package team.charts.feature;

import java.util.List;
import java.util.Optional;
import team.charts.plot.Point;

/**
 * The straight line nearest to points, by least squares.
 *
 * @param slope how much y grows when x grows by one
 * @param middleX the mean of the points' x
 * @param middleY the mean of the points' y
 */
record Trend(double slope, double middleX, double middleY) {

    private static final int FEWEST = 4;

    /** Fewer than four points, or points above each other, have no trend worth drawing. */
    static Optional<Trend> of(List<Point> points) {
        double middleX = points.stream().mapToDouble(Point::x).average().orElse(0);
        double middleY = points.stream().mapToDouble(Point::y).average().orElse(0);
        double spread = points.stream()
                .mapToDouble(point -> (point.x() - middleX) * (point.x() - middleX))
                .sum();
        double shared = points.stream()
                .mapToDouble(point -> (point.x() - middleX) * (point.y() - middleY))
                .sum();
        return points.size() < FEWEST || spread == 0
                ? Optional.empty()
                : Optional.of(new Trend(shared / spread, middleX, middleY));
    }

    double at(double x) {
        return middleY + slope * (x - middleX);
    }
}
