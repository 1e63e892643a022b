package dev.dovetail.shell.view;

import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Kind;
import java.util.function.DoubleUnaryOperator;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/**
 * Holds a feature's node, and catches what its event handlers and its layout throw: exactly its own, which the names of
 * classes on a stack could not tell while two versions run.
 *
 * <p>Layout is caught where it comes down from this pane, which is whenever the node or anything in it that takes part in
 * its parent's layout asked for it. What lays itself out (an unmanaged node) JavaFX reaches on a way that nobody can stand
 * in; neither do popups, which are windows of their own, nor animations. These are left to
 * {@link dev.dovetail.shell.guard.Suspects}.
 */
final class GuardedHost extends StackPane {

    private final Node root;
    private final Guard guard;

    GuardedHost(Node root, Guard guard) {
        this.root = root;
        this.guard = guard;
        getStyleClass().add("view-host");
        getChildren().add(root);
        setEventDispatcher(new GuardedDispatcher(getEventDispatcher(), guard));
    }

    // The node's own layout is done here too, rather than by JavaFX afterwards: an exception that reached the panes
    // above
    // would leave them marked as being laid out, and none of them would ever be again.
    @Override
    protected void layoutChildren() {
        guard.call(Kind.LAYOUT, this::layOut, false);
    }

    private boolean layOut() {
        super.layoutChildren();
        if (root instanceof Parent parent) {
            parent.layout();
        }
        return true;
    }

    @Override
    protected double computeMinWidth(double height) {
        return measured(super::computeMinWidth, height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return measured(super::computeMinHeight, width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return measured(super::computePrefWidth, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return measured(super::computePrefHeight, width);
    }

    private double measured(DoubleUnaryOperator size, double other) {
        return guard.call(Kind.LAYOUT, () -> size.applyAsDouble(other), 0.0);
    }

    private record GuardedDispatcher(EventDispatcher inner, Guard guard) implements EventDispatcher {

        @Override
        @SuppressWarnings("NullAway") // JavaFX's contract: null means that the event goes no further.
        public Event dispatchEvent(Event event, EventDispatchChain tail) {
            Attribution before = guard.enter();
            try {
                return inner.dispatchEvent(event, tail);
            } catch (Throwable fault) {
                event.consume();
                guard.failed(Kind.EVENT, fault);
                return null;
            } finally {
                guard.leave(before);
            }
        }
    }
}
