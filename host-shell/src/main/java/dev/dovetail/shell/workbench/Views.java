package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Federation;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.session.OpenedView;
import dev.dovetail.shell.tabs.Tab;
import dev.dovetail.shell.tabs.Workspace;
import dev.dovetail.shell.view.ErrorPanel;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.MissingServiceException;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.ProgressPlaceholder;
import dev.dovetail.shell.view.Surroundings;
import dev.dovetail.shell.view.ViewFault;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The features' views that have a tab, one for each view. JavaFX application thread only. */
final class Views {

    private static final System.Logger LOG = System.getLogger(Views.class.getName());

    private final Map<String, ViewTab> tabs = new LinkedHashMap<>();
    // The same for other threads.
    private volatile List<ViewTab> inOrder = List.of();
    private final Workspace workspace;
    private final Federation federation;
    private final Requests requests;
    private final Clock clock;
    private final ViewOpening.Tools tools;
    private final Runnable onChange;
    private boolean filling;

    /**
     * @param workspace where the tabs are
     * @param federation knows who contributes what
     * @param clock the time in reports
     * @param tools what opening a view needs; completed here with what happens at its end
     * @param onChange told when what is open has changed
     */
    Views(Workspace workspace, Federation federation, Clock clock, ViewOpening.Tools tools, Runnable onChange) {
        this.workspace = workspace;
        this.federation = federation;
        this.requests = tools.requests();
        this.clock = clock;
        this.tools = tools;
        this.onChange = onChange;
        requests.listen(this::showProgress);
        workspace.onSelected(this::selected);
    }

    /** Brings a view to the front; opens it, or tries again, unless it is there or on its way. */
    CompletionStage<Void> show(String viewId, Memento parameters) {
        ViewTab tab = tabs.get(viewId);
        if (tab == null) {
            tab = add(viewId, parameters);
        } else if (tab.isIdle() && !parameters.isEmpty()) {
            tab.memento(parameters);
        }
        if (tab.isIdle()) {
            open(tab);
        }
        CompletionStage<Void> shown = tab.shown().minimalCompletionStage();
        workspace.select(tab.tab());
        return shown;
    }

    /** Lets selected tabs be filled from now on; before there is a window they stay as they are. */
    void fillSelected() {
        filling = true;
    }

    /** Adds a tab that is filled later: when it is selected, or by {@link #open}. */
    ViewTab add(String viewId, Memento memento) {
        Optional<FeatureStatus> feature = federation.snapshot().contributor(viewId);
        Optional<Contribution> view = feature.flatMap(f -> contribution(f, viewId));
        ViewTab tab = new ViewTab(
                viewId,
                view.map(Contribution::title).orElse(viewId),
                view.map(Contribution::icon).orElse("help-circle"),
                feature.map(f -> new Owner(f.id(), f.title())).orElse(new Owner(viewId, viewId)),
                memento);
        tabs.put(viewId, tab);
        inOrder = List.copyOf(tabs.values());
        placeholder(tab);
        workspace.add(tab.tab());
        onChange.run();
        return tab;
    }

    private static Optional<Contribution> contribution(FeatureStatus feature, String viewId) {
        return feature.contributions().stream()
                .filter(contribution -> contribution.id().equals(viewId))
                .findFirst();
    }

    /** Begins to fill a tab. */
    CompletionStage<Void> open(ViewTab tab) {
        ViewOpening opening = new ViewOpening(tab, tools);
        tab.begin(opening);
        placeholder(tab);
        federation
                .snapshot()
                .contributor(tab.viewId())
                .ifPresentOrElse(opening::run, () -> fail(tab, unknown(tab.viewId())));
        return tab.shown();
    }

    private static MissingServiceException unknown(String viewId) {
        return new MissingServiceException("No feature offers the view " + viewId
                + ". It may have been removed, or its repository could not be read yet.");
    }

    private void fail(ViewTab tab, Throwable fault) {
        tab.failed(fault);
        ended(tab, Optional.of(fault));
    }

    /** The end of an attempt: the view is there, or an error panel stands in its place. */
    void ended(ViewTab tab, Optional<Throwable> fault) {
        fault.ifPresent(thrown -> {
            LOG.log(Level.WARNING, "The view " + tab.viewId() + " could not be opened", Failure.root(thrown));
            Failure failure = Failure.of(tab.title() + " could not be opened", thrown, clock.instant());
            tab.slot().show(new ErrorPanel(failure, () -> open(tab)));
            tell(tab, thrown);
        });
        tab.view().filter(view -> fault.isEmpty()).ifPresent(this::shown);
        onChange.run();
    }

    // Only what the feature itself did is held against it.
    private void tell(ViewTab tab, Throwable thrown) {
        if (thrown instanceof ViewFault fault) {
            tools.running()
                    .of(tab.owner().featureId())
                    .ifPresent(feature ->
                            federation.failed(feature, tab.title() + " could not be opened: " + fault.getMessage()));
        }
    }

    /** A view is laid out, by an opening or a hand-over. */
    void shown(OpenView view) {
        federation.shown(view.feature());
    }

    /** Tries again what a version could not show that is gone now. */
    void retry(String featureId) {
        of(featureId).stream().filter(tab -> tab.isIdle() && !waits(tab)).forEach(this::open);
    }

    private void placeholder(ViewTab tab) {
        ProgressPlaceholder placeholder = new ProgressPlaceholder(tab.owner(), tab.title(), tab.icon());
        requests.of(tab.owner().featureId()).ifPresent(placeholder::show);
        tab.slot().show(placeholder);
    }

    private void showProgress() {
        tabs.values().forEach(tab -> tab.slot().getChildren().stream()
                .filter(ProgressPlaceholder.class::isInstance)
                .map(ProgressPlaceholder.class::cast)
                .forEach(placeholder -> requests.of(tab.owner().featureId()).ifPresent(placeholder::show)));
    }

    // A restored tab whose turn has not come yet is opened when a person looks at it.
    private void selected(Tab tab) {
        find(tab.id()).filter(view -> filling && view.isIdle() && waits(view)).ifPresent(this::open);
        onChange.run();
    }

    private static boolean waits(ViewTab tab) {
        return tab.slot().getChildren().stream().anyMatch(ProgressPlaceholder.class::isInstance);
    }

    /** A person closed a tab. */
    void closed(Tab tab) {
        find(tab.id()).ifPresent(view -> {
            end(view).ifPresent(lease -> tools.background().execute(lease::close));
            onChange.run();
        });
    }

    /** Closes a view and its tab; what is to be given back is the caller's. */
    Optional<Lease<?>> close(ViewTab tab) {
        Optional<Lease<?>> lease = end(tab);
        workspace.close(tab.tab());
        return lease;
    }

    private Optional<Lease<?>> end(ViewTab tab) {
        tabs.remove(tab.viewId(), tab);
        inOrder = List.copyOf(tabs.values());
        return tab.end();
    }

    /** Closes all views but leaves the tabs: the window goes away with them. */
    List<Lease<?>> endAll() {
        return inOrder.stream().flatMap(tab -> end(tab).stream()).toList();
    }

    Optional<ViewTab> find(String viewId) {
        return Optional.ofNullable(tabs.get(viewId));
    }

    /** Any thread. */
    List<ViewTab> of(String featureId) {
        return inOrder.stream()
                .filter(tab -> tab.owner().featureId().equals(featureId))
                .toList();
    }

    /** What the open views of a feature have against an update now. */
    List<String> objections(String featureId) {
        return of(featureId).stream()
                .flatMap(tab -> tab.view().flatMap(OpenView::objection).stream())
                .distinct()
                .toList();
    }

    List<OpenedView> remember() {
        return tabs.values().stream().map(ViewTab::remember).toList();
    }

    /** What people call a feature. */
    String title(String featureId) {
        return federation
                .snapshot()
                .feature(featureId)
                .map(FeatureStatus::title)
                .orElse(featureId);
    }

    Surroundings surroundings() {
        return tools.surroundings();
    }

    Workspace workspace() {
        return workspace;
    }
}
