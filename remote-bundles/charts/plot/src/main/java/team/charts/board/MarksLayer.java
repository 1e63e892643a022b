package team.charts.board;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import team.charts.plot.Frame;
import team.charts.plot.Point;

/** Draws the values: one path for each series, however many points it has. */
public final class MarksLayer implements Layer {

    private static final int MOST_DOTS_ON_A_LINE = 40;
    private static final int MANY_DOTS = 400;

    private final double corner;

    /** @param corner how round the ends of bars are, in pixels */
    public MarksLayer(double corner) {
        this.corner = corner;
    }

    @Override
    public void draw(Frame frame, Consumer<Node> canvas) {
        for (int series : frame.shown()) {
            List<Point> points = frame.plot().series().get(series).points();
            switch (frame.plot().kind()) {
                case BAR -> canvas.accept(bars(frame, series, points));
                case LINE -> line(frame, series, points, canvas);
                case SCATTER -> canvas.accept(dots(frame, series, points, points.size() > MANY_DOTS ? 3 : 4.5));
            }
        }
    }

    private Path bars(Frame frame, int series, List<Point> points) {
        Path path = path("plot-bar", series);
        double width = frame.barWidth();
        for (Point point : points) {
            bar(
                    path,
                    frame.across(series, point) - width / 2,
                    frame.base(),
                    width,
                    frame.y().at(point.y()));
        }
        return path;
    }

    /** A bar from its base to its end, which is above it or, of a negative value, below; the end is rounded. */
    private void bar(Path path, double x, double base, double width, double end) {
        double round = Math.min(corner, Math.min(width / 2, Math.abs(base - end)));
        double inner = end < base ? end + round : end - round;
        path.getElements()
                .addAll(
                        new MoveTo(x, base),
                        new LineTo(x, inner),
                        new QuadCurveTo(x, end, x + round, end),
                        new LineTo(x + width - round, end),
                        new QuadCurveTo(x + width, end, x + width, inner),
                        new LineTo(x + width, base),
                        new ClosePath());
    }

    private static void line(Frame frame, int series, List<Point> points, Consumer<Node> canvas) {
        Path path = path("plot-line", series);
        for (Point point : points) {
            double x = frame.across(series, point);
            double y = frame.y().at(point.y());
            path.getElements().add(path.getElements().isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
        }
        canvas.accept(path);
        if (points.size() <= MOST_DOTS_ON_A_LINE) {
            Path dots = dots(frame, series, points, 3);
            dots.getStyleClass().setAll("plot-knot", "series-" + series);
            canvas.accept(dots);
        }
    }

    private static Path dots(Frame frame, int series, List<Point> points, double radius) {
        Path path = path("plot-dot", series);
        for (Point point : points) {
            double x = frame.across(series, point);
            double y = frame.y().at(point.y());
            path.getElements()
                    .addAll(
                            new MoveTo(x - radius, y),
                            new ArcTo(radius, radius, 0, x + radius, y, false, true),
                            new ArcTo(radius, radius, 0, x - radius, y, false, true),
                            new ClosePath());
        }
        return path;
    }

    private static Path path(String style, int series) {
        Path path = new Path();
        path.getStyleClass().setAll(style, "series-" + series);
        return path;
    }
}
