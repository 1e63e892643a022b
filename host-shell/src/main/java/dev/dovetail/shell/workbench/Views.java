package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
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
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.ProgressPlaceholder;
import dev.dovetail.shell.view.Surroundings;
import dev.dovetail.shell.view.ViewFault;
import dev.dovetail.shell.view.ViewPlace;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
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
    private final FeatureCare care;
    private final Runnable onChange;
    private boolean filling;

    /**
     * @param workspace where the tabs are
     * @param federation knows who contributes what
     * @param clock the time in reports
     * @param tools what opening a view needs
     * @param care what is done about a feature that fails
     * @param onChange told when what is open has changed
     */
    Views(
            Workspace workspace,
            Federation federation,
            Clock clock,
            ViewOpening.Tools tools,
            FeatureCare care,
            Runnable onChange) {
        this.workspace = workspace;
        this.federation = federation;
        this.requests = tools.requests();
        this.clock = clock;
        this.tools = tools;
        this.care = care;
        this.onChange = onChange;
        requests.listen(this::showProgress);
        workspace.onSelected(this::selected);
    }

    /**
     * Brings a view to the front; opens it, or tries again, unless it is there or on its way. Parameters are news to one
     * that is open, a memento is not.
     */
    CompletionStage<Void> show(String viewId, Memento memento, Values parameters) {
        ViewTab tab = tabs.get(viewId);
        if (tab == null) {
            tab = add(viewId, memento, parameters, true);
        } else if (tab.place().isIdle() && !memento.isEmpty()) {
            tab.place().memento(memento);
        }
        if (!parameters.isEmpty()) {
            tab.place().parameters(parameters);
        }
        if (tab.place().isIdle()) {
            open(tab);
        }
        CompletionStage<Void> shown = tab.place().shown().minimalCompletionStage();
        workspace.select(tab.tab());
        return shown;
    }

    /** Lets selected tabs be filled from now on; before there is a window they stay as they are. */
    void fillSelected() {
        filling = true;
    }

    /** Adds a tab that was open before; it is filled later: when it is selected, or by {@link #open}. */
    ViewTab restore(String viewId, Memento memento) {
        return add(viewId, memento, Values.EMPTY, false);
    }

    private ViewTab add(String viewId, Memento memento, Values parameters, boolean fetching) {
        Optional<FeatureStatus> feature = federation.snapshot().contributor(viewId);
        Optional<Contribution> view = feature.flatMap(f -> contribution(f, viewId));
        ViewPlace.Label label = new ViewPlace.Label(
                view.map(Contribution::title).orElse(viewId),
                view.map(Contribution::icon).orElse("help-circle"),
                feature.map(f -> new Owner(f.id(), f.title())).orElse(new Owner(viewId, viewId)));
        ViewTab tab = new ViewTab(Nesting.outermost(viewId, fetching), label, memento, parameters, this::ended);
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
        ViewOpening opening = new ViewOpening(tab.place(), tools);
        tab.place().begin(opening);
        placeholder(tab);
        Optional<FeatureStatus> feature = federation.snapshot().contributor(tab.viewId());
        if (feature.filter(care::isDisabled).isPresent()) {
            tab.place().failed(new IllegalStateException(care.disabled(feature.get())));
            showDisabled(tab, feature.get());
        } else {
            feature.ifPresentOrElse(opening::run, () -> fail(tab, unknown(tab.viewId())));
        }
        return tab.place().shown();
    }

    private void showDisabled(ViewTab tab, FeatureStatus feature) {
        Failure failure = new Failure(tab.title() + " is disabled", care.disabled(feature), "", "", "");
        ErrorPanel panel = new ErrorPanel(failure);
        panel.remedies().offerFirst("enable", "Enable", "power", () -> care.enable(feature));
        tab.place().slot().show(panel);
        onChange.run();
    }

    private static MissingServiceException unknown(String viewId) {
        return new MissingServiceException("No feature offers the view " + viewId
                + ". It may have been removed, or its repository could not be read yet.");
    }

    private void fail(ViewTab tab, Throwable fault) {
        tab.place().failed(fault);
        ended(tab, Optional.of(fault));
    }

    /** The end of an attempt: the view is there, or an error panel stands in its place. */
    private void ended(ViewTab tab, Optional<Throwable> fault) {
        fault.ifPresent(thrown -> {
            LOG.log(Level.WARNING, "The view " + tab.viewId() + " could not be opened", Failure.root(thrown));
            Failure failure = Failure.of(
                    tab.title() + " could not be opened",
                    thrown,
                    clock.instant(),
                    care.facts(tab.place().owner()));
            panel(tab, failure);
            tell(tab.place(), thrown);
        });
        tab.place().view().filter(view -> fault.isEmpty()).ifPresent(this::shown);
        onChange.run();
    }

    private void panel(ViewTab tab, Failure failure) {
        ErrorPanel panel = new ErrorPanel(failure, () -> open(tab));
        care.offer(tab.place().owner(), failure.message(), panel.remedies());
        tab.place().slot().show(panel);
    }

    /** An open view's feature throws too much: a panel takes its place, and the tab stays. */
    Optional<Lease<?>> broke(ViewPlace broken, Failure failure) {
        Optional<ViewTab> tab =
                find(broken.viewId()).filter(found -> found.place().equals(broken));
        return tab.flatMap(found -> {
            Memento unused = broken.remember();
            Optional<Lease<?>> lease = broken.end();
            panel(found, failure);
            onChange.run();
            return lease;
        });
    }

    /** A person wants a feature off; its tabs stay. */
    List<Lease<?>> disabled(String featureId) {
        List<Lease<?>> leases = new ArrayList<>();
        for (ViewTab tab : of(featureId)) {
            Memento unused = tab.place().remember();
            tab.place().end().ifPresent(leases::add);
            federation.snapshot().feature(featureId).ifPresent(feature -> showDisabled(tab, feature));
        }
        return leases;
    }

    // Only what the feature itself did is held against it.
    void tell(ViewPlace place, Throwable thrown) {
        if (thrown instanceof ViewFault fault) {
            tools.running()
                    .of(place.owner().featureId())
                    .ifPresent(feature -> federation.failed(
                            feature, place.label().title() + " could not be opened: " + fault.getMessage()));
        }
    }

    /** A view is laid out, by an opening or a hand-over. */
    void shown(OpenView view) {
        federation.shown(view.feature());
    }

    /** Tries again what a version could not show that is gone now. */
    void retry(String featureId) {
        of(featureId).stream()
                .filter(tab -> tab.place().isIdle() && !waits(tab))
                .forEach(this::open);
    }

    private void placeholder(ViewTab tab) {
        ProgressPlaceholder placeholder = new ProgressPlaceholder(
                tab.place().owner(), tab.title(), tab.place().label().icon());
        requests.of(tab.place().owner().featureId()).ifPresent(placeholder::show);
        tab.place().slot().show(placeholder);
    }

    private void showProgress() {
        tabs.values().forEach(tab -> tab.place().slot().getChildren().stream()
                .filter(ProgressPlaceholder.class::isInstance)
                .map(ProgressPlaceholder.class::cast)
                .forEach(placeholder ->
                        requests.of(tab.place().owner().featureId()).ifPresent(placeholder::show)));
    }

    // A restored tab whose turn has not come yet is opened when a person looks at it.
    private void selected(Tab tab) {
        find(tab.id())
                .filter(view -> filling && view.place().isIdle() && waits(view))
                .ifPresent(this::open);
        onChange.run();
    }

    private static boolean waits(ViewTab tab) {
        return tab.place().slot().getChildren().stream().anyMatch(ProgressPlaceholder.class::isInstance);
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
        return tab.place().end();
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
                .filter(tab -> tab.place().owner().featureId().equals(featureId))
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
