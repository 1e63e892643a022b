package dev.dovetail.shell.view;

import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.shell.threads.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;

/**
 * Lets a new version take over the open views of the running one, all or none, within one task and so within one pulse:
 * save, open above, style and lay out, restore; only then the old ones are taken away. When any of it throws, the new
 * nodes are removed and the old ones, with the keyboard, are as they were. JavaFX application thread only.
 */
public final class HandOver {

    private final Active to;
    private final Scene scene;
    private final Surroundings surroundings;
    private final Layout layout;
    private final Duration limit;

    /** Where the views lie, shown or not. */
    public interface Layout {

        /**
         * Styles and lays out the slots, also those of hidden tabs, and runs the task while that is so.
         *
         * @param slots what to lay out
         * @param task runs while the slots are laid out
         * @throws ViewFault when the task does
         */
        void arranged(List<ViewSlot> slots, Task task) throws ViewFault;

        /** What is done while slots are laid out. */
        interface Task {
            /** @throws ViewFault when a view threw */
            void run() throws ViewFault;
        }
    }

    /**
     * One view to be handed over.
     *
     * @param place where it is
     * @param old the view that is open
     * @param next the new version's instance
     */
    public record Seat(ViewPlace place, OpenView old, Lease<FeatureView> next) {

        ViewSlot slot() {
            return place.slot();
        }
    }

    /**
     * @param to the version that takes over
     * @param scene has the keyboard
     * @param surroundings what the views may use
     * @param layout where they lie
     * @param limit how long the new views may take until they are laid out; longer is a failure, told at its end
     */
    public HandOver(Active to, Scene scene, Surroundings surroundings, Layout layout, Duration limit) {
        this.to = to;
        this.scene = scene;
        this.surroundings = surroundings;
        this.layout = layout;
        this.limit = limit;
    }

    /**
     * Carries it out. The leases of the old views (after success) or of the new ones (after failure) are the caller's to
     * close.
     *
     * @param seats all open views of the feature, those within others behind them
     * @param decision decided once all new views are there; until then it may be given up, which counts as a failure
     * @return the new views, in the order of the seats
     * @throws HandOverException when one of them could not be built
     */
    public List<OpenView> run(List<Seat> seats, Decision decision) throws HandOverException {
        FocusMark focus = FocusMark.of(scene);
        List<OpenView> next = new ArrayList<>();
        long begin = System.nanoTime();
        try {
            for (Seat seat : seats) {
                next.add(open(seat));
                requireInTime(seat, begin);
            }
            layout.arranged(seats.stream().map(Seat::slot).toList(), () -> restore(next));
            requireInTime(seats.get(0), begin);
            requireWanted(seats.get(0).old().viewId(), decision);
        } catch (ViewFault fault) {
            undo(seats, next);
            focus.putBack(scene);
            throw failed(seats.get(0).old().feature(), fault);
        }
        retire(seats, next, focus);
        return next;
    }

    /** Nothing can stop a view that works on this thread; but one that froze the window does not stay in it. */
    private void requireInTime(Seat seat, long begin) throws ViewFault {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(limit) > 0) {
            throw new ViewFault(
                    seat.old().viewId(),
                    new TimeoutException("It held up the window for " + took.toMillis() + " ms; at most "
                            + limit.toMillis() + " ms are given"));
        }
    }

    /** Whoever waited may have left, and undone what this builds on. */
    static void requireWanted(String viewId, Decision decision) throws ViewFault {
        if (!decision.decide()) {
            throw new ViewFault(viewId, new TimeoutException("It came back when it had been given up"));
        }
    }

    private OpenView open(Seat seat) throws ViewFault {
        seat.place().remember();
        OpenView view = seat.old().successor(seat.place().opening(to), seat.next(), surroundings);
        seat.slot().cover(view.node());
        return view;
    }

    private static void restore(List<OpenView> views) throws ViewFault {
        for (OpenView view : views) {
            view.restored();
        }
    }

    private static void undo(List<Seat> seats, List<OpenView> next) {
        for (int n = next.size() - 1; n >= 0; n--) {
            seats.get(n).slot().remove(next.get(n).node());
            next.get(n).close();
        }
    }

    // All are in their places before the first old one is closed: with it goes what its successor didn't take over.
    private void retire(List<Seat> seats, List<OpenView> next, FocusMark focus) {
        for (int n = 0; n < seats.size(); n++) {
            seats.get(n).place().replaced(next.get(n));
        }
        next.forEach(OpenView::settle);
        for (int n = 0; n < seats.size(); n++) {
            Seat seat = seats.get(n);
            boolean hadFocus = focus.isInside(seat.old().node());
            seat.slot().remove(seat.old().node());
            seat.old().close();
            if (hadFocus && !FocusMark.of(scene).isInside(next.get(n).node())) {
                next.get(n).node().requestFocus();
            }
        }
        boolean elsewhere = seats.stream().noneMatch(seat -> focus.isInside(seat.slot()));
        if (elsewhere) {
            focus.putBack(scene);
        }
    }

    private HandOverException failed(Active from, ViewFault fault) {
        return new HandOverException(
                "The view " + fault.viewId() + " of " + to.featureId() + " " + to.version()
                        + " could not be opened: " + fault.getMessage() + ". "
                        + from.featureId() + " " + from.version() + " stays open.",
                Failure.root(fault));
    }
}
