package team.sample;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import javafx.stage.Window;

/** Leaves a popup open, on the window and not on a node of its own. */
public final class PopupView implements FeatureView {

    private int count;

    @Override
    public Node open(ViewContext context) {
        Label label = new Label("left open");
        label.sceneProperty().addListener((value, was, is) -> context.ui().execute(this::show));
        return label;
    }

    private void show() {
        Popup popup = new Popup();
        popup.getContent().add(new Label("a hint"));
        popup.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> count++);
        List<Window> windows = List.copyOf(Window.getWindows());
        popup.show(windows.get(0));
    }

    @Override
    public void close() {}
}
