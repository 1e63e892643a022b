package dev.dovetail.testkit;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.threads.DaemonPool;
import dev.dovetail.shell.threads.FeaturePools;
import dev.dovetail.shell.view.Inside;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A window in which nothing else is: what a view asks for is answered, and nothing comes of it. */
final class TestSurroundings implements Surroundings {

    private final Path data;
    private final Calls calls = new Calls();
    private final List<Throwable> faults = new ArrayList<>();
    private final FeaturePools pools = new FeaturePools((feature, fault) -> note(fault));

    TestSurroundings(Path data) {
        this.data = data;
    }

    @Override
    public CompletionStage<Void> show(String viewId, Memento parameters) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> navigate(String route) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public Inside inside(Owner owner, Nesting nesting) {
        return new Empty();
    }

    @Override
    public void toast(Owner owner, Notice notice) {
        // Nobody reads it.
    }

    @Override
    public Path dataDirectory(Owner owner) {
        return data;
    }

    @Override
    public DaemonPool background(Active feature) {
        return pools.of(feature);
    }

    @Override
    public void report(Attribution who, Kind kind, Throwable fault) {
        note(fault);
    }

    @Override
    public Calls calls() {
        return calls;
    }

    private synchronized void note(Throwable fault) {
        faults.add(fault);
    }

    /** What the view threw where nobody called it. */
    synchronized List<Throwable> faults() {
        return List.copyOf(faults);
    }

    void end(Active feature) {
        pools.end(feature);
    }

    /** Views of other features are empty places here. */
    private static final class Empty implements Inside {

        @Override
        public Embedded embed(Embedding wish) {
            return new Place(new StackPane(), wish);
        }

        @Override
        public Inside successor() {
            return this;
        }

        @Override
        public void settle() {
            // Nothing has moved.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private record Place(Node node, Embedding wish) implements Embedded {

        @Override
        public void parameters(Values parameters) {
            // Nobody reads them.
        }

        @Override
        public Memento save() {
            return wish.memento();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
