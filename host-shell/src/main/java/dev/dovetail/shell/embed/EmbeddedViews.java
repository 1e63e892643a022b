package dev.dovetail.shell.embed;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.shell.view.Inside;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one open view has within itself. JavaFX application thread only. */
final class EmbeddedViews implements Inside {

    static final int MOST = 64;

    private final List<Handle> handles = new ArrayList<>();
    private final Embeds embeds;
    private final Owner owner;
    private final Nesting nesting;
    private Optional<EmbeddedViews> before;
    private boolean closed;

    EmbeddedViews(Embeds embeds, Owner owner, Nesting nesting, Optional<EmbeddedViews> before) {
        this.embeds = embeds;
        this.owner = owner;
        this.nesting = nesting;
        this.before = before;
    }

    @Override
    public Embedded embed(Embedding wish) {
        if (closed) {
            throw new IllegalStateException("Expected an open view of " + owner.title() + " to embed " + wish.viewId()
                    + ", but it was closed.");
        }
        if (handles.size() == MOST) {
            throw new IllegalStateException("Expected at most " + MOST + " views within one of " + owner.title() + ".");
        }
        Handle handle = new Handle(this, owner, wish);
        handles.add(handle);
        before.flatMap(predecessor -> predecessor.find(wish))
                .ifPresentOrElse(handle::takeOver, () -> embeds.add(handle, nesting.within(wish.viewId())));
        return handle;
    }

    private Optional<Handle> find(Embedding wish) {
        return handles.stream()
                .filter(handle -> handle.hasPlace() && handle.isFor(wish))
                .findFirst();
    }

    @Override
    public Inside successor() {
        return new EmbeddedViews(embeds, owner, nesting, Optional.of(this));
    }

    @Override
    public void settle() {
        before = Optional.empty();
        handles.forEach(Handle::settle);
    }

    void closed(Handle handle) {
        handles.remove(handle);
        handle.place().ifPresent(embeds::end);
    }

    @Override
    public void close() {
        closed = true;
        if (before.isPresent()) {
            handles.forEach(Handle::giveBack);
        }
        before = Optional.empty();
        List.copyOf(handles).forEach(Handle::close);
    }
}
