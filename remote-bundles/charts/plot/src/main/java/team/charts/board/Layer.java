package team.charts.board;

import java.util.function.Consumer;
import javafx.scene.Node;
import team.charts.plot.Frame;

/** Draws one thing of a chart: the grid, the marks, and what a version of the feature adds. FX thread. */
@FunctionalInterface
public interface Layer {

    /**
     * @param frame where everything goes
     * @param canvas takes the nodes, the lowest first; they are coloured by style classes, {@code series-0} to
     *     {@code series-7} for what belongs to a series
     */
    void draw(Frame frame, Consumer<Node> canvas);
}
