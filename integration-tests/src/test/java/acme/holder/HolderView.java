package acme.holder;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Shows its version and a text that a person typed. */
@Feature(id = "holder", title = "Holder", exclusive = true)
@View(id = "holder.note", title = "Holder")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class HolderView implements FeatureView {

    private final TextField note = new TextField();

    @Override
    public Node open(ViewContext context) {
        note.setId("holder-note");
        note.setText(context.memento().text("note").orElse(""));
        Label version =
                new Label("Holder " + FrameworkUtil.getBundle(HolderView.class).getVersion());
        version.setId("holder-version");
        return new VBox(12, version, note);
    }

    @Override
    public Memento save() {
        return Memento.EMPTY.with("note", note.getText());
    }

    @Override
    public void close() {}
}
