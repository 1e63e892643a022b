package team.explorer.view;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.ParametersListener;
import dev.dovetail.api.Values;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import java.util.Optional;
import javafx.scene.Node;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ServiceScope;
import team.charts.api.ChartRequest;
import team.charts.api.Charting;
import team.explorer.tables.Workspace;

/** The Explorer's tab in the shell: hands the shell's calls to a {@link Desk} and knows who draws charts. */
@Feature(
        id = "explorer",
        title = "Explorer",
        description = "Open CSV files as tables, question them with SQL and chart the answers.",
        icon = "database",
        vendor = "Explorer team")
@View(id = ExplorerView.ID, title = "Explorer", icon = "database", order = 10)
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class ExplorerView implements FeatureView, ParametersListener {

    static final String ID = "explorer.tables";
    private static final String BOARD = "charts.board";

    private final Workspace workspace;
    private final FileDialogs dialogs;
    private Optional<Desk> desk = Optional.empty();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Charting charting;

    /** @param workspace the open tables, which outlive this view */
    @Activate
    public ExplorerView(@Reference Workspace workspace) {
        this(workspace, FileDialogs.system());
    }

    ExplorerView(Workspace workspace, FileDialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    @Override
    public Node open(ViewContext context) {
        Desk opened = new Desk(workspace, dialogs, context, request -> chart(context, request));
        desk = Optional.of(opened);
        return opened.open(ExplorerState.of(context.memento()));
    }

    @Override
    public void parameters(Values parameters) {
        desk.ifPresent(open -> open.follow(new Asked(parameters)));
    }

    @Override
    public void restored() {
        desk.ifPresent(Desk::restored);
    }

    @Override
    public Memento save() {
        return desk.map(open -> open.state().memento()).orElse(Memento.EMPTY);
    }

    @Override
    public void close() {
        desk.ifPresent(Desk::close);
        desk = Optional.empty();
    }

    /** The board is shown in any case: when the charts aren't there yet, the shell fetches them and passes the wish on. */
    private void chart(ViewContext context, ChartRequest request) {
        Charting there = charting;
        if (there != null) {
            there.chart(request);
        }
        context.show(BOARD, ChartChoice.parameters(request)).whenComplete((shown, problem) -> {
            if (problem != null) {
                context.notify(Notice.error("The chart board can't be shown: " + problem.getMessage()));
            }
        });
    }
}
