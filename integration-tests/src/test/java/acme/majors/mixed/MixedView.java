package acme.majors.mixed;

import acme.majors.lib.Edition;
import acme.majors.phrases.Phrases;
import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Takes for its own edition what a library on the other one hands out, which can't be. */
@Feature(id = "mixed", title = "Mixed")
@View(id = "mixed.edition", title = "Mixed")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class MixedView implements FeatureView {

    @Override
    public Node open(ViewContext context) {
        Edition edition = new Phrases().edition();
        return new Label(edition.number());
    }

    @Override
    public void close() {}
}
