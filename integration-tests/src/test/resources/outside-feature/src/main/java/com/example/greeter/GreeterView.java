package com.example.greeter;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Says hello. */
@Feature(id = "greeter", title = "Greeter", description = "Says \"hello\", politely.", icon = "smile")
@View(id = "greeter.hello", title = "Hello", icon = "smile", order = 5)
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class GreeterView implements FeatureView {

    @Override
    public Node open(ViewContext context) {
        return new Label("Hello");
    }

    @Override
    public void close() {}
}
