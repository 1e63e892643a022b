package acme.majors.first;

import acme.majors.lib.Edition;
import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Shows which edition of the library it has. */
@Feature(id = "first", title = "First")
@View(id = "first.edition", title = "First")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class FirstView implements FeatureView {

    @Override
    public Node open(ViewContext context) {
        Label edition = new Label("First has lib " + new Edition().number());
        edition.setId("first-edition-of-lib");
        return edition;
    }

    @Override
    public void close() {}
}
