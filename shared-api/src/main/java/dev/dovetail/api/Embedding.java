package dev.dovetail.api;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;

/**
 * What one view wishes of another that it takes into itself: which one, what it is given, who listens to it, and what
 * stands in its place when it can't be had. Immutable; see {@link ViewContext#embed}.
 */
public final class Embedding {

    private final String viewId;
    private final String name;
    private final Values parameters;
    private final Memento memento;
    private final BiConsumer<String, Values> onEvent;
    private final Optional<Function<String, Node>> fallback;

    private Embedding(
            String viewId,
            String name,
            Values parameters,
            Memento memento,
            BiConsumer<String, Values> onEvent,
            Optional<Function<String, Node>> fallback) {
        this.viewId = Objects.requireNonNull(viewId, "viewId");
        this.name = Objects.requireNonNull(name, "name");
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        this.memento = Objects.requireNonNull(memento, "memento");
        this.onEvent = Objects.requireNonNull(onEvent, "onEvent");
        this.fallback = fallback;
    }

    /**
     * @param viewId the {@linkplain View#id id} of a view of any feature
     * @return the wish for that view, without parameters
     */
    public static Embedding of(String viewId) {
        return new Embedding(viewId, viewId, Values.EMPTY, Memento.EMPTY, (event, values) -> {}, Optional.empty());
    }

    /**
     * Tells several views of one id apart. When the embedding view is updated, its next version finds the open views
     * again by id and name.
     *
     * @param other unique within the embedding view; the view's id when not given
     * @return the wish with this name
     */
    public Embedding named(String other) {
        return new Embedding(viewId, other, parameters, memento, onEvent, fallback);
    }

    /**
     * @param values what the view reads as {@link ViewContext#parameters}
     * @return the wish with these parameters
     */
    public Embedding with(Values values) {
        return new Embedding(viewId, name, values, memento, onEvent, fallback);
    }

    /**
     * @param state what {@link Embedded#save} said when the view was embedded the last time
     * @return the wish with this state
     */
    public Embedding remembering(Memento state) {
        return new Embedding(viewId, name, parameters, state, onEvent, fallback);
    }

    /**
     * @param listener told on the JavaFX application thread of what the view {@linkplain ViewContext#emit emits}: the
     *     event's name and its values
     * @return the wish with this listener
     */
    public Embedding onEvent(BiConsumer<String, Values> listener) {
        return new Embedding(viewId, name, parameters, memento, listener, fallback);
    }

    /**
     * @param maker makes what stands in the view's place while it can't be shown, given the reason as a sentence for
     *     people; called on the JavaFX application thread. The shell adds a retry
     * @return the wish with this fallback instead of the shell's own panel
     */
    public Embedding orElse(Function<String, Node> maker) {
        return new Embedding(viewId, name, parameters, memento, onEvent, Optional.of(maker));
    }

    /** @return the id of the view */
    public String viewId() {
        return viewId;
    }

    /** @return its name within the embedding view */
    public String name() {
        return name;
    }

    /** @return what it is given */
    public Values parameters() {
        return parameters;
    }

    /** @return its state of last time */
    public Memento memento() {
        return memento;
    }

    /** @return who listens to it */
    public BiConsumer<String, Values> listener() {
        return onEvent;
    }

    /** @return what makes the node in its place, unless that is left to the shell */
    public Optional<Function<String, Node>> fallback() {
        return fallback;
    }
}
