package team.charts.feature;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.ParametersListener;
import dev.dovetail.api.Values;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import java.io.IOException;
import java.util.Optional;
import javafx.scene.Node;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ServiceScope;
import team.charts.desk.Desk;
import team.charts.desk.Offers;
import team.explorer.api.TableSource;

/** One open board: draws a table that another feature has on offer. */
@Feature(
        id = "charts",
        title = "Charts",
        description = "Bar, line and scatter charts of any table that another feature has open.",
        icon = "bar-chart-2",
        vendor = "Charts team")
@View(id = "charts.board", title = "Charts", icon = "bar-chart-2", order = 20)
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class ChartBoard implements FeatureView, ParametersListener {

    private final Desk desk;
    private final Offers offers = new Offers();
    private Optional<Page> page = Optional.empty();

    /** @param desk where open boards are found */
    @Activate
    public ChartBoard(@Reference Desk desk) {
        this.desk = desk;
    }

    /** @param source has tables to draw */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTables(TableSource source) {
        offers.add(source);
    }

    /** @param source has no more tables to draw */
    public void removeTables(TableSource source) {
        offers.remove(source);
    }

    @Override
    public Node open(ViewContext context) throws IOException {
        Page opened = new Page(context, offers, desk);
        page = Optional.of(opened);
        return opened.root();
    }

    @Override
    public void parameters(Values parameters) {
        page.ifPresent(open -> open.follow(parameters));
    }

    @Override
    public Memento save() {
        return page.map(Page::save).orElse(Memento.EMPTY);
    }

    @Override
    public void close() {
        page.ifPresent(Page::close);
        page = Optional.empty();
        offers.close();
    }
}
