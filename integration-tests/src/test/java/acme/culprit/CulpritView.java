package acme.culprit;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Shows its version and a text that a person typed, unless its misdeed is not to come back from opening. */
@Feature(id = "culprit", title = "Culprit")
@View(id = "culprit.note", title = "Culprit")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class CulpritView implements FeatureView {

    private final TextField note = new TextField();
    private final BundleContext context;

    /** @param context the bundle */
    @Activate
    public CulpritView(BundleContext context) {
        this.context = context;
    }

    @Override
    public Node open(ViewContext opening) {
        try {
            if (CulpritActivator.misdeed(context).equals("view")) {
                CulpritActivator.forEver();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        note.setId("culprit-text");
        note.setText(opening.memento().text("note").orElse(""));
        Label version = new Label("Culprit " + context.getBundle().getVersion());
        version.setId("culprit-version");
        return new VBox(12, version, note);
    }

    @Override
    public Memento save() {
        return Memento.EMPTY.with("note", note.getText());
    }

    @Override
    public void close() {}
}
