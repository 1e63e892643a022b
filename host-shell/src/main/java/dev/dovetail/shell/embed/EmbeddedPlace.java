package dev.dovetail.shell.embed;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.RemedyBar;
import dev.dovetail.shell.view.ViewPlace;
import dev.dovetail.shell.view.ViewSlot;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;

/** One view within another, or what stands for it. JavaFX application thread only, but for what it hears. */
final class EmbeddedPlace implements ViewPlace.Keeper {

    private final Embeds embeds;
    private final ViewPlace place;
    private final StyleIslands.Island island;
    private volatile Handle handle;
    private Optional<Absence> absence = Optional.empty();
    private Memento last;

    EmbeddedPlace(Embeds embeds, StyleIslands islands, Handle handle, Nesting nesting, ViewPlace.Label label) {
        this.embeds = embeds;
        this.handle = handle;
        this.last = handle.wish().memento();
        place = new ViewPlace(
                new ViewSlot("embed", handle.wish().viewId()),
                nesting,
                label,
                last,
                handle.wish().parameters(),
                this);
        place.slot().getStyleClass().add("embed-slot");
        island = islands.around(place.slot());
    }

    ViewPlace place() {
        return place;
    }

    ViewSlot slot() {
        return place.slot();
    }

    /** What the embedding view takes into itself. */
    Node node() {
        return island;
    }

    Optional<Absence> absence() {
        return absence;
    }

    void heldBy(Handle next) {
        handle = next;
    }

    /** The embedding view's next version stays: what it wishes differently is done. */
    void settled() {
        place.parameters(handle.wish().parameters());
        absence.ifPresent(this::miss);
    }

    void parameters(Values parameters) {
        place.parameters(parameters);
    }

    Memento remember() {
        last = place.remember();
        return last;
    }

    Memento lastMemento() {
        return last;
    }

    void show(Node node) {
        absence = Optional.empty();
        island.apart(true);
        place.show(node);
    }

    /** Shows why there is no view, as the embedding view wishes it to be shown. */
    void miss(Absence why) {
        absence = Optional.of(why);
        Optional<Node> own = handle.wish().fallback().flatMap(maker -> made(maker, why));
        island.apart(own.isEmpty());
        place.show(own.orElseGet(() -> EmbedPanel.of(why, this::again, this::offerWaysOut)));
    }

    private Optional<Node> made(Function<String, Node> maker, Absence why) {
        try {
            return Optional.ofNullable(maker.apply(why.sentence()))
                    .map(node -> EmbedPanel.around(node, why, this::again, this::offerWaysOut));
        } catch (Throwable fault) {
            embeds.report(handle.embedder(), fault);
            return Optional.empty();
        }
    }

    private void again() {
        if (absence.filter(why -> why.kind() == Absence.Kind.OFF).isPresent()) {
            embeds.enable(this);
        }
        embeds.open(this, true);
    }

    private void offerWaysOut(RemedyBar bar) {
        absence.ifPresent(why -> embeds.offerWaysOut(this, why, bar));
    }

    @Override
    public void ended(Optional<Throwable> fault) {
        embeds.ended(this, fault);
    }

    @Override
    public void titled() {
        // It has no tab that would bear its title.
    }

    @Override
    public void heard(String event, Values values) {
        embeds.later(() -> {
            if (place.view().isPresent()) {
                tell(event, values);
            }
        });
    }

    private void tell(String event, Values values) {
        try {
            handle.wish().listener().accept(event, values);
        } catch (Throwable fault) {
            embeds.report(handle.embedder(), fault);
        }
    }

    @Override
    public boolean mayTakeFocus() {
        return false;
    }

    Optional<Lease<?>> end() {
        remember();
        absence = Optional.empty();
        return place.end();
    }

    /** Ends the view but not the place. */
    Optional<Lease<?>> end(Absence why) {
        Optional<Lease<?>> lease = end();
        miss(why);
        return lease;
    }
}
