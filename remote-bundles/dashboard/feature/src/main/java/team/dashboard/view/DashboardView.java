package team.dashboard.view;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import java.util.Optional;
import javafx.scene.Node;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** The dashboard's tab in the shell: hands the shell's calls to a {@link Desk}. */
@Feature(
        id = "dashboard",
        title = "Dashboard",
        description = "Boards of tables and charts side by side: choose in one, and the others follow.",
        icon = "layout",
        vendor = "Dashboard team")
@View(id = "dashboard.board", title = "Dashboard", icon = "layout", order = 30, route = "dashboard")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class DashboardView implements FeatureView {

    private Optional<Desk> desk = Optional.empty();

    @Override
    public Node open(ViewContext context) {
        Desk opened = new Desk(context);
        desk = Optional.of(opened);
        return opened.open();
    }

    @Override
    public Memento save() {
        return desk.map(Desk::save).orElse(Memento.EMPTY);
    }

    @Override
    public void close() {
        desk.ifPresent(Desk::close);
        desk = Optional.empty();
    }
}
