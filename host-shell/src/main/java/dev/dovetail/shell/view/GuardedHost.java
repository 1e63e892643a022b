package dev.dovetail.shell.view;

import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * Holds a feature's node, and catches what its event handlers throw: exactly its own, which the names of classes on a
 * stack could not tell while two versions run.
 */
final class GuardedHost extends StackPane {

    GuardedHost(Node root, Consumer<Throwable> onFault) {
        getStyleClass().add("view-host");
        getChildren().add(root);
        setEventDispatcher(new Guard(getEventDispatcher(), onFault));
    }

    private record Guard(EventDispatcher inner, Consumer<Throwable> onFault) implements EventDispatcher {

        @Override
        @SuppressWarnings("NullAway") // JavaFX's contract: null means that the event goes no further.
        public Event dispatchEvent(Event event, EventDispatchChain tail) {
            try {
                return inner.dispatchEvent(event, tail);
            } catch (Throwable fault) {
                event.consume();
                onFault.accept(fault);
                return null;
            }
        }
    }
}
