package team.charts.feature;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import team.charts.api.ChartRequest.Kind;
import team.charts.board.Layer;
import team.charts.plot.Frame;
import team.charts.plot.Point;

/** Tints what is below a line. */
final class AreaLayer implements Layer {

    @Override
    public void draw(Frame frame, Consumer<Node> canvas) {
        if (frame.plot().kind() == Kind.LINE) {
            frame.shown().forEach(series -> area(frame, series, canvas));
        }
    }

    private static void area(Frame frame, int series, Consumer<Node> canvas) {
        List<Point> points = frame.plot().series().get(series).points();
        if (points.size() < 2) {
            return;
        }
        Path area = new Path(new MoveTo(frame.across(series, points.get(0)), frame.base()));
        points.forEach(point -> area.getElements()
                .add(new LineTo(frame.across(series, point), frame.y().at(point.y()))));
        Point last = points.get(points.size() - 1);
        area.getElements().addAll(new LineTo(frame.across(series, last), frame.base()), new ClosePath());
        area.getStyleClass().setAll("plot-area", "series-" + series);
        canvas.accept(area);
    }
}
