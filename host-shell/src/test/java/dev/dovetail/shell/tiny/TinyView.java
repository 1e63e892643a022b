package dev.dovetail.shell.tiny;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** A view with one field. The bundle's manifest says whether it throws. */
public final class TinyView implements FeatureView {

    private final TextField field = new TextField();

    @Override
    public Node open(ViewContext context) {
        if ("true".equals(header("Tiny-Throws"))) {
            throw new IllegalStateException("Tiny cannot open in this version.");
        }
        field.setId("tiny-field");
        field.setText(context.memento().text("text").orElse("fresh"));
        field.setPromptText(header("Bundle-Version"));
        return new VBox(field);
    }

    private static String header(String name) {
        BundleContext context = FrameworkUtil.getBundle(TinyView.class).getBundleContext();
        return String.valueOf(context.getBundle().getHeaders().get(name));
    }

    @Override
    public Memento save() {
        return Memento.of("text", field.getText());
    }

    @Override
    public void close() {
        field.setText("closed");
    }
}
