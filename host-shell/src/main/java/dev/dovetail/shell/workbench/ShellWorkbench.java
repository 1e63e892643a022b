package dev.dovetail.shell.workbench;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.federation.When;
import dev.dovetail.federation.Workbench;
import dev.dovetail.shell.threads.Decision;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.toasts.Toasts;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.FeatureServices;
import dev.dovetail.shell.view.HandOver;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.MissingServiceException;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.RunningVersions;
import dev.dovetail.shell.view.Suspension;
import dev.dovetail.shell.view.ViewPlace;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Answers for the window towards the provisioner, whose thread waits for the JavaFX application thread here. */
final class ShellWorkbench implements Workbench {

    private static final System.Logger LOG = System.getLogger(ShellWorkbench.class.getName());

    private final OpenPlaces places;
    private final Views views;
    private final Commands commands;
    private final Scene scene;
    private final Toasts toasts;
    private final FeatureServices services;
    private final RunningVersions running;
    private final ShellWorld world;
    private final WindowTurn turn;
    private final BiPredicate<String, When> later;
    private final StyleCacheCure cure;
    private final Map<String, Suspension> suspended = new ConcurrentHashMap<>();
    private final Departure departure;

    ShellWorkbench(
            OpenPlaces places,
            Commands commands,
            Scene scene,
            Toasts toasts,
            RunningVersions running,
            ShellWorld world,
            BiPredicate<String, When> later) {
        this.places = places;
        this.views = places.views();
        this.commands = commands;
        this.scene = scene;
        this.toasts = toasts;
        this.services = world.services();
        this.running = running;
        this.world = world;
        // What shows itself too late is told so at its end; only what has none is given up.
        this.turn = new WindowTurn(
                world.ui(), Thread.currentThread(), world.showLimit().multipliedBy(2));
        this.later = later;
        this.cure = new StyleCacheCure(scene);
        this.departure = new Departure(scene, services, world.pools());
    }

    @Override
    public CompletionStage<Void> show(String viewId) {
        return views.surroundings().show(viewId, Memento.EMPTY);
    }

    @Override
    public CompletionStage<Void> navigate(String route) {
        return views.surroundings().navigate(route);
    }

    @Override
    public void raise() {
        world.ui().execute(() -> {
            if (scene.getWindow() instanceof Stage stage) {
                stage.setIconified(false);
                stage.toFront();
                stage.requestFocus();
            }
        });
    }

    @Override
    public List<String> objections(String featureId) {
        try {
            return turn.await(() -> places.objections(featureId));
        } catch (HandOverException e) {
            LOG.log(Logger.Level.WARNING, "The views of " + featureId + " could not be asked", e);
            return List.of();
        }
    }

    @Override
    public boolean updateLater(String featureId, When when) {
        try {
            return turn.await(() -> later.test(featureId, when));
        } catch (HandOverException e) {
            throw new IllegalStateException("The window could not be told when " + featureId + " is to be updated", e);
        }
    }

    @Override
    public void handOver(Active from, Active to) throws HandOverException {
        Map<ViewPlace, Lease<FeatureView>> next = new HashMap<>();
        List<Lease<?>> old = new ArrayList<>();
        try {
            boolean done = false;
            while (!done) {
                // A glance from here: waiting for the window's turn could take as long as a frame. The swap looks
                // again.
                prepare(open(from), to, next);
                Decision decision = new Decision();
                done = turn.decide(() -> swap(from, to, next, old, decision), decision);
            }
        } catch (HandOverException | RuntimeException e) {
            release(next.values());
            world.ui().execute(() -> departure.of(to));
            throw e;
        }
        release(old);
    }

    private void prepare(List<ViewPlace> seen, Active to, Map<ViewPlace, Lease<FeatureView>> next)
            throws HandOverException {
        WindowTurn.refuseItself();
        for (ViewPlace place : seen) {
            if (!next.containsKey(place) && services.declaresView(to, place.viewId())) {
                try {
                    next.put(place, services.view(to, place.viewId()));
                } catch (MissingServiceException e) {
                    throw new HandOverException(Failure.sentence(e), e);
                }
            }
        }
    }

    private List<ViewPlace> open(Active from) {
        return places.of(from.featureId()).stream()
                .filter(place -> place.view()
                        .filter(view -> view.feature().bundleId() == from.bundleId())
                        .isPresent())
                .toList();
    }

    // Answers false when a view was opened since its successors were prepared.
    private boolean swap(
            Active from, Active to, Map<ViewPlace, Lease<FeatureView>> next, List<Lease<?>> old, Decision decision)
            throws HandOverException {
        List<ViewPlace> gone =
                open(from).stream().filter(place -> !next.containsKey(place)).toList();
        if (gone.stream().anyMatch(place -> services.declaresView(to, place.viewId()))) {
            return false;
        }
        List<ViewPlace> kept = open(from).stream().filter(next::containsKey).toList();
        old.addAll(replace(kept, to, next, decision));
        WindowTurn.require(decision);
        running.handedOver(from, to);
        old.addAll(commands.end(Optional.of(from)));
        cure.handedOver();
        places.retry(to.featureId());
        gone.forEach(place -> closeGone(place, to, old));
        old.addAll(next.values());
        departure.of(from);
        // Who only restarts on what it uses is no news: its views are as they were.
        if (!from.version().equals(to.version())) {
            toasts.show(PageDeeds.updated(title(to), to.version()));
        }
        return true;
    }

    private List<Lease<?>> replace(
            List<ViewPlace> kept, Active to, Map<ViewPlace, Lease<FeatureView>> next, Decision decision)
            throws HandOverException {
        if (kept.isEmpty()) {
            return List.of();
        }
        List<HandOver.Seat> seats = new ArrayList<>();
        for (ViewPlace place : kept) {
            place.view().ifPresent(view -> seats.add(seat(place, view, next)));
        }
        new HandOver(to, scene, views.surroundings(), views.workspace(), world.showLimit())
                .run(seats, decision)
                .forEach(views::shown);
        kept.forEach(next::remove);
        return seats.stream().<Lease<?>>map(seat -> seat.old().lease()).toList();
    }

    private static HandOver.Seat seat(ViewPlace place, OpenView view, Map<ViewPlace, Lease<FeatureView>> next) {
        Lease<FeatureView> lease = next.get(place);
        if (lease == null) {
            throw new IllegalStateException("no instance was prepared for " + place.viewId());
        }
        return new HandOver.Seat(place, view, lease);
    }

    private void closeGone(ViewPlace place, Active to, List<Lease<?>> old) {
        places.embeds().gone(place, to).ifPresent(old::add);
        views.find(place.viewId()).filter(tab -> tab.place().equals(place)).ifPresent(tab -> {
            views.close(tab).ifPresent(old::add);
            String version = place.owner().title() + " " + to.version();
            toasts.show(Toast.of(Level.INFO, version + " no longer has " + tab.title() + ", so its tab was closed."));
        });
    }

    @Override
    public void suspend(Active feature) throws HandOverException {
        List<Lease<?>> ended = new ArrayList<>();
        Decision decision = new Decision();
        boolean closed = turn.decide(
                () -> {
                    Suspension suspension = Suspension.of(feature, open(feature));
                    suspended.put(feature.featureId(), suspension);
                    ended.addAll(suspension.ended());
                    ended.addAll(commands.end(Optional.of(feature)));
                    departure.of(feature);
                    if (!decision.decide()) {
                        world.background().execute(() -> resumeLate(feature));
                    }
                    return true;
                },
                decision);
        if (closed) {
            release(ended);
        }
    }

    // It was given up, so nobody else does.
    private void resumeLate(Active feature) {
        try {
            resume(feature);
        } catch (HandOverException e) {
            LOG.log(Logger.Level.WARNING, "The views of " + feature.featureId() + " stay closed", e);
        }
    }

    @Override
    public void resume(Active feature) throws HandOverException {
        Suspension suspension = suspended.get(feature.featureId());
        if (suspension == null) {
            return;
        }
        Map<ViewPlace, Lease<FeatureView>> next = new HashMap<>();
        List<Lease<?>> old = new ArrayList<>();
        try {
            prepare(suspension.places(), feature, next);
            Decision decision = new Decision();
            boolean done = turn.decide(() -> resume(suspension, feature, next, old, decision), decision);
            LOG.log(Logger.Level.DEBUG, "Views are back: {0}", done);
        } catch (HandOverException | RuntimeException e) {
            release(next.values());
            world.ui().execute(() -> departure.of(feature));
            throw e;
        }
        suspended.remove(feature.featureId(), suspension);
        release(old);
    }

    // Of what was prepared, each has its place then, but for those that were closed meanwhile.
    private boolean resume(
            Suspension suspension,
            Active to,
            Map<ViewPlace, Lease<FeatureView>> next,
            List<Lease<?>> old,
            Decision decision)
            throws HandOverException {
        suspension.places().stream()
                .filter(place -> !next.containsKey(place))
                .forEach(place -> closeGone(place, to, old));
        List<ViewPlace> kept = suspension.places();
        suspension
                .resume(to, next, views.surroundings(), views.workspace(), decision)
                .forEach(views::shown);
        next.forEach((place, lease) -> {
            if (!kept.contains(place)) {
                old.add(lease);
            }
        });
        running.handedOver(suspension.from(), to);
        cure.handedOver();
        places.retry(to.featureId());
        if (!suspension.from().version().equals(to.version())) {
            toasts.show(PageDeeds.updated(title(to), to.version()));
        }
        return true;
    }

    private String title(Active feature) {
        return views.title(feature.featureId());
    }

    @Override
    public void close(Active feature) {
        try {
            release(turn.await(() -> closeAll(feature)));
        } catch (HandOverException e) {
            LOG.log(Logger.Level.WARNING, "The views of " + feature.featureId() + " could not be closed", e);
        }
    }

    private List<Lease<?>> closeAll(Active feature) {
        List<Lease<?>> ended = new ArrayList<>(commands.end(Optional.of(feature)));
        views.of(feature.featureId()).forEach(tab -> views.close(tab).ifPresent(ended::add));
        ended.addAll(places.embeds().removed(feature.featureId()));
        running.closed(feature);
        departure.of(feature);
        return ended;
    }

    private static void release(Iterable<? extends Lease<?>> leases) {
        leases.forEach(Lease::close);
    }
}
