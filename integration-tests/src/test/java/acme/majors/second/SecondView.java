package acme.majors.second;

import acme.majors.lib.Edition;
import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Values;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Shows which edition of the library it has, above a view of the other feature that shows its own. */
@Feature(id = "second", title = "Second")
@View(id = "second.edition", title = "Second")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class SecondView implements FeatureView {

    @Override
    public Node open(ViewContext context) {
        Label edition = new Label("Second has lib " + new Edition().number());
        edition.setId("second-edition-of-lib");
        return new VBox(
                12, edition, context.embed("first.edition", Values.EMPTY).node());
    }

    @Override
    public void close() {}
}
