package team.charts.feature;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import team.charts.api.ChartRequest.Kind;
import team.charts.board.Layer;
import team.charts.plot.Frame;
import team.charts.plot.Point;
import team.charts.plot.XAxis;

/** Draws where the points of each series tend to; not over categories, whose order may mean nothing. */
final class TrendLayer implements Layer {

    @Override
    public void draw(Frame frame, Consumer<Node> canvas) {
        if (frame.plot().kind() != Kind.BAR && !(frame.plot().axis() instanceof XAxis.Categories)) {
            frame.shown().forEach(series -> trend(frame, series, canvas));
        }
    }

    private static void trend(Frame frame, int series, Consumer<Node> canvas) {
        List<Point> points = frame.plot().series().get(series).points();
        Trend.of(points).ifPresent(trend -> {
            double from = points.stream().mapToDouble(Point::x).min().orElseThrow();
            double to = points.stream().mapToDouble(Point::x).max().orElseThrow();
            Line line = new Line(
                    frame.x().at(from),
                    frame.y().at(trend.at(from)),
                    frame.x().at(to),
                    frame.y().at(trend.at(to)));
            line.setClip(new Rectangle(
                    frame.left(), frame.top(), frame.right() - frame.left(), frame.bottom() - frame.top()));
            line.getStyleClass().setAll("plot-trend", "series-" + series);
            canvas.accept(line);
        });
    }
}
