package dev.dovetail.shell.embed;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.embed.Absence.Kind;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.Inside;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.MissingServiceException;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.ProgressPlaceholder;
import dev.dovetail.shell.view.RemedyBar;
import dev.dovetail.shell.view.ViewFault;
import dev.dovetail.shell.view.ViewPlace;
import dev.dovetail.shell.view.WayOut;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** All views that are within others. JavaFX application thread only, where nothing else is said. */
public final class Embeds {

    private static final System.Logger LOG = System.getLogger(Embeds.class.getName());

    /**
     * What surrounds them.
     *
     * @param snapshot what is known now
     * @param off says of a feature why it must not show itself, if it must not
     * @param enable lets a feature show itself after all
     * @param clock the time in reports
     * @param requests says what is under way
     * @param opener begins to open a view of a feature
     * @param background for what may wait
     * @param ui runs tasks on the JavaFX application thread, in order and never at once
     * @param report told whose code threw, and what
     * @param facts what reports say of a feature
     * @param wayOut offers what to do about a feature that fails
     * @param shown told of a view that is laid out
     * @param failed told of a view that could not be opened through its own fault
     * @param onChange told when what is open has changed
     */
    public record World(
            Supplier<Snapshot> snapshot,
            Function<FeatureStatus, Optional<Off>> off,
            Consumer<Owner> enable,
            Clock clock,
            Requests requests,
            BiConsumer<ViewPlace, FeatureStatus> opener,
            Executor background,
            Executor ui,
            BiConsumer<Owner, Throwable> report,
            Function<Owner, List<String>> facts,
            WayOut wayOut,
            Consumer<OpenView> shown,
            BiConsumer<ViewPlace, Throwable> failed,
            Runnable onChange) {}

    /**
     * Why a feature is off.
     *
     * @param reason as a sentence for people
     * @param byPerson whether the person wants it so, and can change it where the view would be
     */
    public record Off(String reason, boolean byPerson) {}

    private final List<EmbeddedPlace> places = new ArrayList<>();
    private Optional<StyleIslands> islands = Optional.empty();
    // The same for other threads.
    private volatile List<ViewPlace> inOrder = List.of();
    private final World world;

    /** @param world what surrounds them */
    public Embeds(World world) {
        this.world = world;
        world.requests().listen(this::showProgress);
    }

    /**
     * @param owner whose view it is
     * @param nesting which view, and what it lies within
     * @return what that view has within itself, nothing at first
     */
    public Inside inside(Owner owner, Nesting nesting) {
        return new EmbeddedViews(this, owner, nesting, Optional.empty());
    }

    private StyleIslands islands() {
        StyleIslands all = islands.orElseGet(StyleIslands::new);
        islands = Optional.of(all);
        return all;
    }

    void add(Handle handle, Nesting nesting) {
        EmbeddedPlace place = new EmbeddedPlace(
                this, islands(), handle, nesting, label(handle.wish().viewId()));
        places.add(place);
        follow();
        handle.hold(place);
        nesting.objection()
                .ifPresentOrElse(
                        reason -> place.miss(absence(place, Kind.FORBIDDEN, new IllegalStateException(reason))),
                        () -> open(place, nesting.fetching()));
    }

    /** Begins to fill a place. */
    void open(EmbeddedPlace place, boolean fetching) {
        if (!place.place().isIdle()) {
            return;
        }
        place.place().label(label(place.place().viewId()));
        Optional<FeatureStatus> feature = contributor(place.place().viewId());
        Optional<Absence> obstacle = obstacle(place, feature, fetching);
        obstacle.ifPresent(place::miss);
        if (obstacle.isEmpty()) {
            placeholder(place);
            feature.ifPresent(found -> world.opener().accept(place.place(), found));
        }
    }

    private Optional<Absence> obstacle(EmbeddedPlace place, Optional<FeatureStatus> feature, boolean fetching) {
        String viewId = place.place().viewId();
        if (feature.isEmpty()) {
            return Optional.of(absence(
                    place,
                    Kind.UNKNOWN,
                    new MissingServiceException("No feature offers the view " + viewId
                            + ". It may have been removed, or its repository could not be read yet.")));
        }
        String title = feature.get().title();
        Optional<Off> off = feature.flatMap(world.off());
        if (off.isPresent()) {
            return off.map(why ->
                    absence(place, why.byPerson() ? Kind.OFF : Kind.FAILED, new IllegalStateException(why.reason())));
        }
        return fetching || !(feature.get().state() instanceof Available)
                ? Optional.empty()
                : Optional.of(absence(
                        place,
                        Kind.NOT_INSTALLED,
                        new IllegalStateException(
                                title + " is not installed, and a start downloads nothing by itself.")));
    }

    private Optional<FeatureStatus> contributor(String viewId) {
        return world.snapshot().get().contributor(viewId);
    }

    // A view's id begins with its feature's, so that this is known of what nobody offers.
    private ViewPlace.Label label(String viewId) {
        String id = viewId.substring(0, viewId.indexOf('.') < 0 ? viewId.length() : viewId.indexOf('.'));
        return contributor(viewId)
                .flatMap(feature -> feature.contributions().stream()
                        .filter(contribution -> contribution.id().equals(viewId))
                        .findFirst()
                        .map(view -> label(feature, view)))
                .orElseGet(() -> new ViewPlace.Label(viewId, "help-circle", new Owner(id, id)));
    }

    private static ViewPlace.Label label(FeatureStatus feature, Contribution view) {
        return new ViewPlace.Label(view.title(), view.icon(), new Owner(feature.id(), feature.title()));
    }

    private Absence absence(EmbeddedPlace place, Kind kind, Throwable fault) {
        ViewPlace.Label label = place.place().label();
        String what =
                switch (kind) {
                    case FAILED, FORBIDDEN -> " could not be opened";
                    case REMOVED -> " was removed";
                    case OFF -> " is disabled";
                    case NOT_INSTALLED, UNKNOWN, GONE -> " is not here";
                };
        List<String> facts = world.facts().apply(label.owner());
        return new Absence(
                kind,
                label.icon(),
                Failure.of(label.title() + what, fault, world.clock().instant(), facts));
    }

    void enable(EmbeddedPlace place) {
        world.enable().accept(place.place().owner());
    }

    // A feature that is not there has no version before, and can't be disabled.
    void offerWaysOut(EmbeddedPlace place, Absence why, RemedyBar bar) {
        world.wayOut().offer(place.place().owner(), why.failure().message(), bar);
    }

    /**
     * An open view's feature throws too much: a panel takes the view's place.
     *
     * @param broken where it was
     * @param failure what it did
     * @return what is to be given back elsewhere
     */
    public Optional<Lease<?>> broke(ViewPlace broken, Failure failure) {
        Optional<Lease<?>> lease = at(broken)
                .flatMap(place ->
                        place.end(new Absence(Kind.FAILED, broken.label().icon(), failure)));
        world.onChange().run();
        return lease;
    }

    /**
     * The person wants a feature off.
     *
     * @param featureId the feature
     * @return what is to be given back elsewhere
     */
    public List<Lease<?>> disabled(String featureId) {
        List<Lease<?>> leases = new ArrayList<>();
        for (ViewPlace gone : of(featureId)) {
            at(gone).flatMap(place -> place.end(absence(place, Kind.OFF, reason(place))))
                    .ifPresent(leases::add);
        }
        return leases;
    }

    private IllegalStateException reason(EmbeddedPlace place) {
        return new IllegalStateException(contributor(place.place().viewId())
                .flatMap(world.off())
                .map(Off::reason)
                .orElse(""));
    }

    private void placeholder(EmbeddedPlace place) {
        ViewPlace.Label label = place.place().label();
        ProgressPlaceholder placeholder = new ProgressPlaceholder(label.owner(), label.title(), label.icon());
        world.requests().of(label.owner().featureId()).ifPresent(placeholder::show);
        place.show(placeholder);
    }

    private void showProgress() {
        for (EmbeddedPlace place : places) {
            place.slot().getChildren().stream()
                    .filter(ProgressPlaceholder.class::isInstance)
                    .map(ProgressPlaceholder.class::cast)
                    .forEach(placeholder -> world.requests()
                            .of(place.place().owner().featureId())
                            .ifPresent(placeholder::show));
        }
    }

    void ended(EmbeddedPlace place, Optional<Throwable> fault) {
        fault.ifPresent(thrown -> {
            LOG.log(
                    Level.WARNING,
                    "The view " + place.place().viewId() + " could not be embedded",
                    Failure.root(thrown));
            place.miss(absence(place, Kind.FAILED, thrown));
            if (thrown instanceof ViewFault) {
                world.failed().accept(place.place(), thrown);
            }
        });
        place.place().view().filter(view -> fault.isEmpty()).ifPresent(world.shown());
        world.onChange().run();
    }

    /** A place goes, and what is in it. */
    void end(EmbeddedPlace place) {
        if (places.remove(place)) {
            follow();
            giveBack(place.end());
            world.onChange().run();
        }
    }

    private void giveBack(Optional<Lease<?>> lease) {
        lease.ifPresent(borrowed -> world.background().execute(borrowed::close));
    }

    private void follow() {
        inOrder = places.stream()
                .map(EmbeddedPlace::place)
                .sorted(Comparator.comparingInt(
                        place -> place.nesting().viewIds().size()))
                .toList();
    }

    /**
     * Any thread.
     *
     * @param featureId a feature
     * @return its views that are within others, the outer ones first
     */
    public List<ViewPlace> of(String featureId) {
        return inOrder.stream()
                .filter(place -> place.owner().featureId().equals(featureId))
                .toList();
    }

    /**
     * A new version doesn't have a view any more.
     *
     * @param gone where it was
     * @param version which version
     * @return what is to be given back elsewhere
     */
    public Optional<Lease<?>> gone(ViewPlace gone, Active version) {
        return at(gone).flatMap(place -> place.end(absence(
                place,
                Kind.GONE,
                new MissingServiceException(gone.owner().title() + " " + version.version() + " no longer has "
                        + gone.label().title() + "."))));
    }

    /**
     * A feature goes; its views' places stay.
     *
     * @param featureId the feature
     * @return what is to be given back elsewhere
     */
    public List<Lease<?>> removed(String featureId) {
        return of(featureId).stream()
                .flatMap(gone -> at(gone).stream())
                .<Lease<?>>flatMap(place -> place
                        .end(absence(
                                place,
                                Kind.REMOVED,
                                new MissingServiceException(
                                        place.place().owner().title() + " was removed. Its data is kept.")))
                        .stream())
                .toList();
    }

    private Optional<EmbeddedPlace> at(ViewPlace wanted) {
        return places.stream().filter(place -> place.place().equals(wanted)).findFirst();
    }

    /**
     * Tries again what a version could not show that is gone now.
     *
     * @param featureId the feature
     */
    public void retry(String featureId) {
        List.copyOf(places).stream()
                .filter(place -> place.place().owner().featureId().equals(featureId))
                .filter(place -> is(place, Kind.FAILED) || is(place, Kind.GONE) || is(place, Kind.OFF))
                .forEach(place -> open(place, true));
    }

    /** Tries again what nobody offered, now that something else is known. */
    public void retryUnknown() {
        List.copyOf(places).stream()
                .filter(place -> is(place, Kind.UNKNOWN)
                        && contributor(place.place().viewId()).isPresent())
                .forEach(place -> open(place, place.place().nesting().fetching()));
    }

    private static boolean is(EmbeddedPlace place, Kind kind) {
        return place.absence().filter(why -> why.kind() == kind).isPresent();
    }

    void later(Runnable task) {
        world.ui().execute(task);
    }

    void report(Owner owner, Throwable fault) {
        world.report().accept(owner, fault);
    }
}
