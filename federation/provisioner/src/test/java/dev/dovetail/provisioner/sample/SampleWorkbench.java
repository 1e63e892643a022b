package dev.dovetail.provisioner.sample;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.federation.When;
import dev.dovetail.federation.Workbench;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shell without a window: writes down what it is asked for, and refuses what it is told to. */
public final class SampleWorkbench implements Workbench {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bundles = new CopyOnWriteArrayList<>();
    private volatile String refused = "";
    private volatile boolean broken;
    private volatile Runnable meanwhile = () -> {};

    /** Refuses to hand over to a version. */
    public void refuse(String version) {
        refused = version;
    }

    /** Fails with an Error, as a view does whose classes don't fit. */
    public void fail() {
        broken = true;
    }

    /** Does something while views are handed over. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    public List<String> asked() {
        return asked;
    }

    /** From which bundle to which views were handed over, by their ids. */
    public List<String> bundles() {
        return bundles;
    }

    @Override
    public void raise() {}

    @Override
    public List<String> objections(String featureId) {
        return List.of();
    }

    @Override
    public CompletionStage<Void> navigate(String route) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> show(String viewId) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean updateLater(String featureId, When when) {
        return false;
    }

    @Override
    public void handOver(Active from, Active to) throws HandOverException {
        meanwhile.run();
        bundles.add(from.bundleId() + " -> " + to.bundleId());
        asked.add(from.featureId() + " " + from.version() + " -> " + to.version());
        if (broken) {
            throw new NoClassDefFoundError("charts/Axis");
        }
        if (to.version().equals(refused)) {
            throw new HandOverException("its view could not be built", new IllegalStateException("no axis"));
        }
    }

    @Override
    public void suspend(Active feature) throws HandOverException {
        asked.add("suspend " + feature.featureId() + " " + feature.version());
    }

    @Override
    public void resume(Active feature) throws HandOverException {
        asked.add("resume " + feature.featureId() + " " + feature.version());
        if (feature.version().equals(refused)) {
            throw new HandOverException("its view could not be built", new IllegalStateException("no axis"));
        }
    }

    @Override
    public void close(Active feature) {
        asked.add("close " + feature.featureId());
        if (broken) {
            throw new NoClassDefFoundError("charts/Axis");
        }
    }
}
