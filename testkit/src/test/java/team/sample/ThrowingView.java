package team.sample;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Throws where nobody called it. */
public final class ThrowingView implements FeatureView {

    @Override
    public Node open(ViewContext context) {
        context.ui().execute(() -> {
            throw new IllegalStateException("no rows");
        });
        return new Label("throws");
    }

    @Override
    public void close() {}
}
