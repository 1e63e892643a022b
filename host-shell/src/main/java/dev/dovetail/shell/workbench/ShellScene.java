package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.federation.When;
import dev.dovetail.federation.Workbench;
import dev.dovetail.shell.embed.Embeds;
import dev.dovetail.shell.features.FeaturesPage;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.guard.SharedStyle;
import dev.dovetail.shell.guard.Watchdog;
import dev.dovetail.shell.history.HistoryPage;
import dev.dovetail.shell.palette.Palette;
import dev.dovetail.shell.palette.PaletteEntry;
import dev.dovetail.shell.rail.Rail;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.session.Session;
import dev.dovetail.shell.tabs.Tab;
import dev.dovetail.shell.tabs.TabHeader;
import dev.dovetail.shell.tabs.Workspace;
import dev.dovetail.shell.theme.Appearance;
import dev.dovetail.shell.theme.Motion;
import dev.dovetail.shell.theme.Theme;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.toasts.Toasts;
import dev.dovetail.shell.updates.DeadlineText;
import dev.dovetail.shell.updates.MandatoryUpdates;
import dev.dovetail.shell.updates.UpdateTiming;
import dev.dovetail.shell.view.RunningVersions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** All that is in the window, put together: made, then put into a scene by {@link #dress}. JavaFX application thread only. */
final class ShellScene {

    static final String HOME = "features";

    private final RunningVersions running = new RunningVersions();
    private final DeadlineText words;
    private final News news;
    private final Calls calls = new Calls();
    private final Switches switches;
    private final FeatureCare care;
    private final FeatureFaults faults;
    private final Pane fading = new Pane();
    private final ShellWorld world;
    private final Requests requests;
    private final Appearance appearance;
    private final Toasts toasts;
    private final PageDeeds deeds;
    private final UpdateTiming timing;
    private final FeaturesPage page;
    private final Tab home;
    private final Workspace workspace;
    private final Views views;
    private final OpenPlaces places;
    private final Commands commands;
    private final Rail rail;
    private final TopBar topBar;
    private final StatusBar statusBar;
    private final PaletteDoor palette = new PaletteDoor(this::makePalette);
    private final Optional<HostFeature> host;
    private final Motion motion;
    private final StackPane root;
    private Optional<SharedStyle> style = Optional.empty();
    private Snapshot shown;

    ShellScene(ShellWorld world, Session session, Runnable onChange) {
        this.world = world;
        words = new DeadlineText(world.clock().getZone());
        motion = new Motion(world.desktop().headless());
        requests = new Requests(world.federation(), world.ui());
        appearance = new Appearance(session.theme(), motion);
        toasts = new Toasts(motion);
        switches =
                new Switches(session.disabled(), world.federation()::snapshot, feature -> switched(feature, onChange));
        care = new FeatureCare(world, running, switches, requests, toasts::show, this::disabled);
        faults = new FeatureFaults(world, this::places, care, this::toast);
        deeds = new PageDeeds(
                world.federation(),
                requests,
                world.ui(),
                toasts::show,
                this::show,
                checking -> page().checking(checking),
                this::timing,
                switches,
                words);
        news = new News(new UpdateOffers(words), requests, toasts, deeds::update);
        timing = new UpdateTiming(session.updates(), timingWindow(onChange));
        shown = world.federation().snapshot();
        page = new FeaturesPage(shown, requests, deeds, this::makeHistory);
        home = new Tab(HOME, new TabHeader(HOME, "grid", "Features"), page, false);
        workspace = new Workspace(home, tab -> views().closed(tab));
        ViewOpening.Tools tools = tools();
        Runnable onViews = () -> {
            onChange.run();
            timing.viewsChanged(world.federation().snapshot());
        };
        views = new Views(workspace, world.federation(), world.clock(), tools, care, onViews);
        places = new OpenPlaces(views, new Embeds(embedding(tools, onViews)));
        commands = new Commands(tools);
        rail = new Rail(this::showHome, this::show);
        topBar = new TopBar(this::openPalette, this::toggleTheme);
        statusBar = new StatusBar(requests);
        root = root();
        host = world.desktop()
                .host()
                .map(feature -> new HostFeature(
                        feature, new HostFeature.Parts(rail, home.header(), topBar, this::show, toasts::show)));
        appearance.listen(now -> onChange.run());
        workspace.onSelected(tab -> selected());
        rail.show(switches.visible(shown));
        statusBar.show(shown);
        host.ifPresent(one -> one.know(shown));
        rail.select(selectedView());
        showTheme();
    }

    /**
     * Puts all of it into a scene; once. What is in front by then is what is seen first.
     *
     * @param width how wide it will be shown
     * @param height how high it will be shown
     * @return the scene
     */
    Scene dress(double width, double height) {
        selected();
        Scene scene = appearance.dressed(root, width, height);
        ShellKeys.bind(scene, palette, workspace);
        return scene;
    }

    private void switched(String featureId, Runnable onChange) {
        draw(world.federation().snapshot());
        if (!switches.disabled().contains(featureId)) {
            places.retry(featureId);
        }
        onChange.run();
    }

    private void disabled(String featureId) {
        places.disabled(featureId).forEach(lease -> world.background().execute(lease::close));
    }

    private ViewOpening.Tools tools() {
        FeatureSurroundings surroundings = new FeatureSurroundings(
                new Doors(world.federation(), this::places),
                toasts::show,
                world.desktop(),
                world.pools(),
                faults,
                calls,
                world.ui());
        return new ViewOpening.Tools(
                requests,
                world.services(),
                running,
                surroundings,
                workspace,
                world.ui(),
                world.background(),
                care.suspects(),
                this::keepStyle);
    }

    private void keepStyle() {
        if (style.isEmpty()) {
            SharedStyle.Place place = new SharedStyle.Place(scene(), workspace.ground(), appearance::stylesheet);
            style = Optional.of(SharedStyle.keep(place, calls, care.suspects(), faults));
        }
    }

    private Embeds.World embedding(ViewOpening.Tools tools, Runnable onChange) {
        return new Embeds.World(
                world.federation()::snapshot,
                switches::why,
                owner -> switches.enable(owner.featureId()),
                world.clock(),
                requests,
                (place, feature) -> ViewOpening.begin(place, feature, tools),
                world.background(),
                Platform::runLater,
                (owner, fault) -> care.attribution(owner).ifPresent(who -> faults.report(who, Kind.CALL, fault)),
                care::facts,
                care,
                views()::shown,
                views()::tell,
                onChange);
    }

    // The parts call each other; while they are put together, only by these names.
    private Views views() {
        return views;
    }

    private OpenPlaces places() {
        return places;
    }

    UpdateTiming timing() {
        return timing;
    }

    private UpdateTiming.Window timingWindow(Runnable onChange) {
        return new UpdateTiming.Window(
                new Objecting(world.federation(), this::places, world.ui())::ask,
                feature -> places().isOpen(feature),
                deeds::carryOutUpdate,
                deeds::askWhen,
                () -> {
                    page.show(world.federation().snapshot());
                    onChange.run();
                });
    }

    private FeaturesPage page() {
        return page;
    }

    private HistoryPage makeHistory(Runnable onLeave) {
        WayBack wayBack = new WayBack(world.federation(), requests, world.ui(), toasts::show);
        return new HistoryPage(wayBack, requests, words, onLeave);
    }

    private StackPane root() {
        BorderPane frame = new BorderPane(workspace, topBar, null, statusBar, rail);
        frame.getStyleClass().add("frame");
        fading.setMouseTransparent(true);
        StackPane root = new StackPane(frame, toasts, fading);
        root.getStyleClass().add("shell");
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        return root;
    }

    private Palette makePalette() {
        Palette made = new Palette(this::paletteEntries, new RouteEntry(views.surroundings(), toasts::show), motion);
        root.getChildren().add(root.getChildren().indexOf(fading), made);
        return made;
    }

    private void show(String viewId) {
        var unused = views.show(viewId, Memento.EMPTY, Values.EMPTY);
    }

    private void showHome() {
        host.ifPresent(HostFeature::reveal);
        page.showFeatures();
        workspace.select(home);
    }

    private void showHistory() {
        workspace.select(home);
        page.showHistory();
    }

    void openPalette() {
        palette.open();
    }

    void toggleTheme() {
        appearance.toggle(scene(), fading);
        showTheme();
        rememberTheme();
    }

    /** For the next start. */
    void rememberTheme() {
        String stylesheet = appearance.stylesheet();
        world.background().execute(() -> world.desktop().themed(stylesheet));
    }

    private void showTheme() {
        topBar.show(appearance.theme());
        statusBar.show(appearance.theme());
    }

    private void selected() {
        rail.select(selectedView());
        if (workspace.selected().equals(home)) {
            page.appear();
        }
    }

    Optional<String> selectedView() {
        return Optional.of(workspace.selected()).map(Tab::id).filter(id -> !id.equals(HOME));
    }

    private List<PaletteEntry> paletteEntries() {
        OwnEntries own = new OwnEntries(
                this::showHome, deeds::check, this::toggleTheme, this::showHistory, workspace::closeSelected);
        return new PaletteEntries(this::show, commands::run, own.in(appearance.theme()))
                .of(switches.visible(world.federation().snapshot()));
    }

    /** Shows what is known now, and offers what is new. */
    @SuppressWarnings("ReferenceEquality") // Beforehand: the same one is asked for twice at a start.
    void show(Snapshot snapshot) {
        if (snapshot != shown && !snapshot.equals(shown)) {
            draw(snapshot);
        }
        news.tell(snapshot);
    }

    private void draw(Snapshot snapshot) {
        shown = snapshot;
        rail.show(switches.visible(snapshot));
        page.show(snapshot);
        statusBar.show(snapshot);
        places.embeds().retryUnknown();
        host.ifPresent(one -> one.know(snapshot));
    }

    void showHeap() {
        statusBar.showHeap();
    }

    void toast(Toast toast) {
        toasts.show(toast);
    }

    /** @return the window towards the provisioner; called on the JavaFX application thread */
    Workbench workbench() {
        return new ShellWorkbench(places, commands, scene(), toasts, running, world, this::updateLater);
    }

    private boolean updateLater(String featureId, When when) {
        world.federation().snapshot().feature(featureId).ifPresent(feature -> timing.later(feature, when));
        return timing.of(featureId).isPresent();
    }

    /** @return what is to be called as time goes by: it sees to updates that must be in */
    MandatoryUpdates mandatory() {
        return new DueUpdates(places::objections, timing, words, toasts::show)
                .by(world.clock(), feature -> requests.of(feature).isPresent(), () -> world.federation()
                        .check());
    }

    Optional<HostFeature> host() {
        return host;
    }

    Scene scene() {
        return root.getScene();
    }

    Views opened() {
        return views;
    }

    Workspace workspace() {
        return workspace;
    }

    Commands commands() {
        return commands;
    }

    Theme theme() {
        return appearance.theme();
    }

    /** @return what catches what nobody else does */
    UncaughtFaults catching() {
        return UncaughtFaults.catching(care.suspects(), faults, this::toast);
    }

    /** @return what tells who holds up the window, from now on; called on the JavaFX application thread */
    Watchdog watch() {
        return new HoldupNotes(world.federation(), this::toast, world.ui(), world.clock())
                .watch(calls, care.suspects());
    }

    Set<String> disabled() {
        return switches.disabled();
    }
}
