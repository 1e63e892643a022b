package team.charts.board;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import team.charts.plot.Frame;
import team.charts.plot.Tick;

/** Draws the lines to read values by, and the labels of both axes. */
public final class GridLayer implements Layer {

    private static final double GAP = 10;
    private static final double LABEL_DROP = 18;

    @Override
    public void draw(Frame frame, Consumer<Node> canvas) {
        for (Tick tick : frame.yTicks()) {
            canvas.accept(line(frame, tick.at(), "plot-grid"));
            canvas.accept(beside(frame, tick));
        }
        canvas.accept(line(frame, frame.base(), "plot-base"));
        frame.xTicks().forEach(tick -> canvas.accept(below(frame, tick)));
    }

    private static Line line(Frame frame, double y, String style) {
        double crisp = Math.round(y) + 0.5;
        Line line = new Line(frame.left(), crisp, frame.right(), crisp);
        line.getStyleClass().add(style);
        return line;
    }

    private static Text beside(Frame frame, Tick tick) {
        Text text = label(tick.label());
        text.layoutBoundsProperty()
                .addListener((bounds, before, now) -> text.setX(frame.left() - GAP - now.getWidth()));
        text.setX(frame.left() - GAP - text.getLayoutBounds().getWidth());
        text.setY(tick.at() + 4);
        return text;
    }

    private static Text below(Frame frame, Tick tick) {
        Text text = label(tick.label());
        text.layoutBoundsProperty()
                .addListener((bounds, before, now) -> text.setX(centred(frame, tick, now.getWidth())));
        text.setX(centred(frame, tick, text.getLayoutBounds().getWidth()));
        text.setY(frame.bottom() + LABEL_DROP);
        return text;
    }

    private static double centred(Frame frame, Tick tick, double width) {
        return Math.round(Math.min(tick.at() - width / 2, frame.right() + GAP - width));
    }

    private static Text label(String text) {
        Text label = new Text(text);
        label.getStyleClass().add("plot-tick");
        return label;
    }
}
