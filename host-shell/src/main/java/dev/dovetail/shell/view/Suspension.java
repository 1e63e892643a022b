package dev.dovetail.shell.view;

import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.shell.threads.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/**
 * The open views of a feature whose versions can't run at the same time, while one has stopped and the next isn't there
 * yet: saved, closed, and each with its last picture in its place. All of them are opened again, or none. JavaFX application
 * thread only.
 */
public final class Suspension {

    private final Active from;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Lease<?>> ended = new ArrayList<>();

    private record Waiting(ViewPlace place, StackPane picture, boolean focused) {}

    private Suspension(Active from) {
        this.from = from;
    }

    /**
     * Suspends views. What lies within another one goes with it, and is asked for again by its next version.
     *
     * @param from the version that they are of
     * @param open where they are, those within others behind them
     * @return what waits
     */
    public static Suspension of(Active from, List<ViewPlace> open) {
        Suspension suspension = new Suspension(from);
        for (ViewPlace place : open) {
            place.view().ifPresent(view -> suspension.add(place, view));
        }
        return suspension;
    }

    private void add(ViewPlace place, OpenView view) {
        Optional<Scene> scene = Optional.ofNullable(place.slot().getScene());
        boolean focused =
                scene.filter(of -> FocusMark.of(of).isInside(view.node())).isPresent();
        Waiting wait = new Waiting(place, picture(place), focused);
        place.suspend(this).ifPresent(ended::add);
        place.show(wait.picture());
        waiting.add(wait);
    }

    private static StackPane picture(ViewPlace place) {
        StackPane picture = new StackPane();
        picture.getStyleClass().add("suspended-view");
        ViewSlot slot = place.slot();
        if (slot.getScene() != null && slot.getWidth() >= 1 && slot.getHeight() >= 1) {
            picture.getChildren().add(new ImageView(slot.snapshot(null, null)));
        }
        return picture;
    }

    /** @return the version that had the views */
    public Active from() {
        return from;
    }

    /** @return what is to be given back elsewhere; once */
    public List<Lease<?>> ended() {
        List<Lease<?>> all = List.copyOf(ended);
        ended.clear();
        return all;
    }

    /** @return the places that still wait; those that were closed meanwhile don't */
    public List<ViewPlace> places() {
        return waiting.stream()
                .map(Waiting::place)
                .filter(place -> place.isOpening(this))
                .toList();
    }

    /**
     * Opens what waits.
     *
     * @param to the version that has the views from now on
     * @param next an instance for each place that waits
     * @param surroundings what the views may use
     * @param layout where they lie
     * @param decision decided once all are there; until then it may be given up, which counts as a failure
     * @return the open views
     * @throws HandOverException when one can't be opened; then all wait still
     */
    public List<OpenView> resume(
            Active to,
            Map<ViewPlace, Lease<FeatureView>> next,
            Surroundings surroundings,
            HandOver.Layout layout,
            Decision decision)
            throws HandOverException {
        List<Waiting> back =
                waiting.stream().filter(wait -> wait.place().isOpening(this)).toList();
        List<OpenView> views = new ArrayList<>();
        try {
            for (Waiting wait : back) {
                Lease<FeatureView> lease = next.get(wait.place());
                if (lease == null) {
                    throw new IllegalStateException(
                            "no instance was prepared for " + wait.place().viewId());
                }
                OpenView view = OpenView.open(wait.place().opening(to), lease, surroundings);
                views.add(view);
                wait.place().slot().cover(view.node());
            }
            layout.arranged(back.stream().map(wait -> wait.place().slot()).toList(), () -> restore(views));
            HandOver.requireWanted(to.featureId(), decision);
        } catch (ViewFault fault) {
            undo(back, views);
            throw new HandOverException(
                    "The view " + fault.viewId() + " of " + to.featureId() + " " + to.version()
                            + " could not be opened: " + fault.getMessage() + ".",
                    Failure.root(fault));
        }
        for (int n = 0; n < views.size(); n++) {
            settle(back.get(n), views.get(n));
        }
        return views;
    }

    private static void restore(List<OpenView> views) throws ViewFault {
        for (OpenView view : views) {
            view.restored();
        }
    }

    private static void undo(List<Waiting> back, List<OpenView> views) {
        for (int n = views.size() - 1; n >= 0; n--) {
            back.get(n).place().slot().remove(views.get(n).node());
            views.get(n).close();
        }
    }

    private static void settle(Waiting wait, OpenView view) {
        ViewSlot slot = wait.place().slot();
        slot.remove(wait.picture());
        wait.place().opened(view);
        if (wait.focused()
                && slot.getScene() != null
                && !FocusMark.of(slot.getScene()).isInside(view.node())) {
            view.node().requestFocus();
        }
    }
}
