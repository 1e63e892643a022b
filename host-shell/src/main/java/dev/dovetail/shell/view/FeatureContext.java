package dev.dovetail.shell.view;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.ShellContext;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.threads.DaemonPool;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * What a command gets, and the larger part of what a view gets. Once closed it does no harm: it shows nothing and says
 * nothing any more, and what threads still run for the feature come to their end.
 */
public class FeatureContext implements ShellContext {

    private final Owner owner;
    private final Attribution who;
    private final Surroundings surroundings;
    private final DaemonPool background;
    private final Owned owned;
    private volatile boolean closed;

    /**
     * @param who whose code gets it
     * @param surroundings what it may use
     * @param background its version's threads
     */
    public FeatureContext(Attribution who, Surroundings surroundings, DaemonPool background) {
        this.owner = new Owner(who.feature().featureId(), who.title());
        this.who = who;
        this.surroundings = surroundings;
        this.background = background;
        this.owned = new Owned(fault -> surroundings.report(who, Kind.CALL, fault));
    }

    @Override
    public CompletionStage<Void> show(String viewId, Memento parameters) {
        if (closed) {
            return CompletableFuture.failedStage(new IllegalStateException(
                    "Expected an open view of " + owner.title() + " to ask for " + viewId + ", but it was closed."));
        }
        return surroundings.show(viewId, parameters);
    }

    @Override
    public CompletionStage<Void> navigate(String route) {
        if (closed) {
            return CompletableFuture.failedStage(new IllegalStateException(
                    "Expected an open view of " + owner.title() + " to ask for " + route + ", but it was closed."));
        }
        return surroundings.navigate(route);
    }

    @Override
    public void notify(Notice notice) {
        if (!closed) {
            surroundings.toast(owner, notice);
        }
    }

    @Override
    public Path dataDirectory() {
        return surroundings.dataDirectory(owner);
    }

    // Not run at once even on the right thread: "in order" includes tasks that already wait.
    @Override
    public Executor ui() {
        return task -> Platform.runLater(() -> surroundings.calls().run(who, () -> guarded(task)));
    }

    @Override
    public Executor background() {
        return task -> background.execute(task, fault -> surroundings.report(who, Kind.BACKGROUND, fault));
    }

    @Override
    public <R extends AutoCloseable> R own(R resource) {
        owned.add(resource);
        return resource;
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable fault) {
            surroundings.report(who, Kind.TASK, fault);
        }
    }

    /** Ends what the context offers. */
    public void close() {
        closed = true;
    }

    /** Ends what the feature handed over; afterwards, on the JavaFX application thread. */
    public void release() {
        owned.end();
    }

    /** @return whether it has ended */
    protected boolean isClosed() {
        return closed;
    }
}
