package dev.dovetail.shell.embed;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.shell.view.Owner;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * What an embedding view holds of an embedded one. The place itself, with the open view, may move to the handle of the
 * embedding view's next version, and back. JavaFX application thread only.
 */
final class Handle implements Embedded {

    private final StackPane frame = new StackPane();
    private final EmbeddedViews within;
    private final Owner embedder;
    private Embedding wish;
    private Optional<EmbeddedPlace> place = Optional.empty();
    private Optional<Handle> predecessor = Optional.empty();

    Handle(EmbeddedViews within, Owner embedder, Embedding wish) {
        this.within = within;
        this.embedder = embedder;
        this.wish = wish;
        frame.getStyleClass().add("embed-frame");
    }

    boolean hasPlace() {
        return place.isPresent();
    }

    boolean isFor(Embedding other) {
        return wish.viewId().equals(other.viewId()) && wish.name().equals(other.name());
    }

    Optional<EmbeddedPlace> place() {
        return place;
    }

    Embedding wish() {
        return wish;
    }

    /** The feature of the embedding view. */
    Owner embedder() {
        return embedder;
    }

    void hold(EmbeddedPlace held) {
        place = Optional.of(held);
        held.heldBy(this);
        frame.getChildren().setAll(held.node());
    }

    /** Takes the place of the version before, until one of the next two is called. */
    void takeOver(Handle other) {
        predecessor = Optional.of(other);
        other.place.ifPresent(this::hold);
        other.place = Optional.empty();
    }

    void giveBack() {
        predecessor.ifPresent(other -> {
            place.ifPresent(other::hold);
            place = Optional.empty();
        });
        predecessor = Optional.empty();
    }

    void settle() {
        if (predecessor.isPresent()) {
            predecessor = Optional.empty();
            place.ifPresent(EmbeddedPlace::settled);
        }
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void parameters(Values parameters) {
        wish = wish.with(parameters);
        if (predecessor.isEmpty()) {
            place.ifPresent(held -> held.parameters(parameters));
        }
    }

    @Override
    public Memento save() {
        return place.map(EmbeddedPlace::remember).orElse(wish.memento());
    }

    // What was taken over for now is the version before's to close, should it come to that.
    @Override
    public void close() {
        giveBack();
        within.closed(this);
        if (place.isPresent()) {
            wish = wish.remembering(place.get().lastMemento());
        }
        place = Optional.empty();
        frame.getChildren().clear();
    }
}
