package team.sample;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Screen;

/** Listens to what outlives it, and forgets to stop. */
public final class ListenerView implements FeatureView {

    private int count;

    @Override
    public Node open(ViewContext context) {
        Screen.getScreens().addListener((ListChangeListener<Screen>) change -> count++);
        return new Label("listens on");
    }

    @Override
    public void close() {}
}
