package dev.dovetail.it.platform.sample;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import javafx.scene.Group;
import javafx.scene.Node;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** A view of nothing. */
@Feature(id = "sample", title = "Sample")
@View(id = "sample.view", title = "Sample view", order = 7)
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class SampleView implements FeatureView {

    @Override
    public Node open(ViewContext context) {
        return new Group();
    }

    @Override
    public void close() {}
}
