package dev.dovetail.shell.requests;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.requests.Request.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Asks the federation, and remembers what is under way so that every part of the window can show it. Two wishes to
 * activate the same feature become one. Call and listen on the JavaFX application thread; the stages complete on the
 * federation's.
 */
public final class Requests {

    private final Map<String, Request> running = new LinkedHashMap<>();
    private final Map<String, CompletionStage<Active>> activations = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Federation federation;
    private final Executor ui;

    /**
     * @param federation who is asked
     * @param ui the JavaFX application thread
     */
    public Requests(Federation federation, Executor ui) {
        this.federation = federation;
        this.ui = ui;
    }

    /** @param listener told after each change */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * @param featureId the feature
     * @return what is being done for it, if anything
     */
    public Optional<Request> of(String featureId) {
        return Optional.ofNullable(running.get(featureId));
    }

    /** @return all that is under way, oldest first */
    public List<Request> running() {
        return List.copyOf(running.values());
    }

    /**
     * @param feature to be installed if need be, and started
     * @return the running feature
     */
    public CompletionStage<Active> activate(FeatureStatus feature) {
        CompletionStage<Active> joined = activations.get(feature.id());
        if (joined != null) {
            return joined;
        }
        CompletionStage<Active> stage =
                begin(feature, Kind.ACTIVATE, progress -> federation.activate(feature.id(), progress));
        activations.put(feature.id(), stage);
        var unused = stage.whenComplete((active, fault) -> ui.execute(() -> activations.remove(feature.id(), stage)));
        return stage;
    }

    /**
     * @param feature to be brought to the newest version
     * @return the snapshot after it
     */
    public CompletionStage<Snapshot> update(FeatureStatus feature) {
        return begin(feature, Kind.UPDATE, progress -> federation.update(feature.id(), progress));
    }

    /**
     * @param feature to be taken out
     * @return the snapshot after it
     */
    public CompletionStage<Snapshot> remove(FeatureStatus feature) {
        return begin(feature, Kind.REMOVE, progress -> federation.remove(feature.id()));
    }

    /**
     * @param generation one that is kept, to be put in force
     * @return the snapshot after it
     */
    public CompletionStage<Snapshot> revert(Generation generation) {
        String id = Request.idOf(generation);
        return begin(id, id, Kind.REVERT, progress -> federation.revert(generation.number(), progress));
    }

    /**
     * @param feature to have its previous version back
     * @param reason why, in a sentence
     * @return the snapshot after it
     */
    public CompletionStage<Snapshot> takeBack(FeatureStatus feature, String reason) {
        return begin(feature, Kind.REVERT, progress -> federation.takeBack(feature.id(), reason));
    }

    /** @param featureId the feature whose request is no longer wanted */
    public void cancel(String featureId) {
        federation.cancel(featureId);
    }

    private <T> CompletionStage<T> begin(FeatureStatus feature, Kind kind, Asking<T> asking) {
        return begin(feature.id(), feature.title(), kind, asking);
    }

    private <T> CompletionStage<T> begin(String id, String title, Kind kind, Asking<T> asking) {
        running.put(id, new Request(id, title, kind, Optional.empty()));
        changed();
        CompletionStage<T> stage = asking.ask(coalesced(id));
        var unused = stage.whenComplete((done, fault) -> ui.execute(() -> {
            running.computeIfPresent(id, (same, latest) -> latest.kind() == kind ? null : latest);
            changed();
        }));
        return stage;
    }

    // A fast download reports more often than the window is drawn: only the newest report matters.
    private Consumer<Progress> coalesced(String featureId) {
        AtomicReference<Optional<Progress>> newest = new AtomicReference<>(Optional.empty());
        return progress -> {
            if (newest.getAndSet(Optional.of(progress)).isEmpty()) {
                ui.execute(() -> newest.getAndSet(Optional.empty()).ifPresent(latest -> advance(featureId, latest)));
            }
        };
    }

    private void advance(String featureId, Progress progress) {
        if (running.computeIfPresent(featureId, (id, request) -> request.at(progress)) != null) {
            changed();
        }
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private interface Asking<T> {
        CompletionStage<T> ask(Consumer<Progress> progress);
    }
}
