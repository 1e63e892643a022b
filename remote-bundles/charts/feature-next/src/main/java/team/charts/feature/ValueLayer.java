package team.charts.feature;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.text.Text;
import team.charts.api.ChartRequest.Kind;
import team.charts.board.Layer;
import team.charts.plot.Frame;
import team.charts.plot.Numbers;
import team.charts.plot.Point;

/** Writes the values on bars, when the bars are wide enough to keep them apart. */
final class ValueLayer implements Layer {

    private static final double WIDE_ENOUGH = 26;
    private static final double GAP = 5;
    private static final double LETTER = 11;

    @Override
    public void draw(Frame frame, Consumer<Node> canvas) {
        for (int series : frame.shown()) {
            List<Point> points = frame.plot().series().get(series).points();
            if (frame.plot().kind() == Kind.BAR && frame.barWidth() >= WIDE_ENOUGH) {
                points.forEach(point -> canvas.accept(label(frame, series, point)));
            }
        }
    }

    private static Text label(Frame frame, int series, Point point) {
        Text text = new Text(Numbers.brief(point.y()));
        text.getStyleClass().add("plot-value");
        double middle = frame.across(series, point);
        double end = frame.y().at(point.y());
        text.layoutBoundsProperty().addListener((bounds, before, now) -> text.setX(middle - now.getWidth() / 2));
        text.setX(middle - text.getLayoutBounds().getWidth() / 2);
        text.setY(point.y() < 0 ? end + GAP + LETTER : end - GAP);
        return text;
    }
}
