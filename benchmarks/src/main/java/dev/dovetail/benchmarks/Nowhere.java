package dev.dovetail.benchmarks;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.threads.DaemonPool;
import dev.dovetail.shell.view.Inside;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.Surroundings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Surroundings of a view that asks for nothing.
 *
 * @param calls says whose code runs
 */
record Nowhere(Calls calls) implements Surroundings {

    private static IllegalStateException nothing() {
        return new IllegalStateException("Expected a view that asks for nothing");
    }

    @Override
    public CompletionStage<Void> show(String viewId, Memento parameters) {
        return CompletableFuture.failedStage(nothing());
    }

    @Override
    public CompletionStage<Void> navigate(String route) {
        return CompletableFuture.failedStage(nothing());
    }

    @Override
    public Inside inside(Owner owner, Nesting nesting) {
        return new Empty();
    }

    @Override
    public void toast(Owner owner, Notice notice) {
        throw nothing();
    }

    @Override
    public Path dataDirectory(Owner owner) {
        throw nothing();
    }

    @Override
    public DaemonPool background(Active feature) {
        return new DaemonPool("nowhere", fault -> {});
    }

    @Override
    public void report(Attribution who, Kind kind, Throwable fault) {
        throw new IllegalStateException(who.name() + " threw " + kind.words(), fault);
    }

    /** Within the view is nothing. */
    private static final class Empty implements Inside {

        @Override
        public Embedded embed(Embedding wish) {
            throw nothing();
        }

        @Override
        public Inside successor() {
            return this;
        }

        @Override
        public void settle() {
            // There is nothing to be settled.
        }

        @Override
        public void close() {
            // There is nothing to be closed.
        }
    }
}
