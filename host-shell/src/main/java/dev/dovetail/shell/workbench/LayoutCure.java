package dev.dovetail.shell.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Has the window styled and laid out again after an exception left one of these passes. JavaFX takes what it has begun to
 * style for styled, and what lies behind it is never reached; all of it is styled anew. For layout, it marks a pane as being laid out until its
 * layout ended; an exception leaves all panes around whoever threw with that mark, and whatever is marked lays nothing out
 * any more. The mark goes where JavaFX passes a pane only on its way to something deeper, which is what this arranges.
 * JavaFX application thread only, outside of the layout pass.
 */
final class LayoutCure {

    private LayoutCure() {}

    /** @param innermost the pane around the place where the exception came from, which is empty or mended by now */
    static void apply(Pane innermost) {
        List<Parent> around = new ArrayList<>();
        for (@Nullable Node node = innermost; node != null; node = node.getParent()) {
            around.add((Parent) node);
        }
        Parent root = around.get(around.size() - 1);
        root.applyCss();
        Region deeper = new Region();
        deeper.setManaged(false);
        innermost.getChildren().add(deeper);
        // What is marked does nothing here but forget that it was to be laid out.
        around.forEach(Parent::layout);
        deeper.requestLayout();
        root.layout();
        innermost.getChildren().remove(deeper);
        around.forEach(Parent::requestLayout);
    }
}
