package dev.dovetail.shell.workbench;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Federation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks open views what they have against an update: those of the feature, and those of features that would restart with
 * it, which nobody knows before it is planned. JavaFX application thread only.
 */
final class Objecting {

    private static final System.Logger LOG = System.getLogger(Objecting.class.getName());

    private final Federation federation;
    private final Supplier<OpenPlaces> places;
    private final Executor ui;

    Objecting(Federation federation, Supplier<OpenPlaces> places, Executor ui) {
        this.federation = federation;
        this.places = places;
        this.ui = ui;
    }

    /** Told at once where nobody else is open. */
    void ask(String featureId, Consumer<List<String>> told) {
        List<FeatureStatus> others = federation.snapshot().features().stream()
                .filter(feature ->
                        !feature.id().equals(featureId) && places.get().isOpen(feature.id()))
                .toList();
        if (others.isEmpty()) {
            told.accept(places.get().objections(featureId));
            return;
        }
        var unused = federation.restarts(featureId).whenComplete((restarting, fault) -> {
            if (fault != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Whom an update of " + featureId + " disturbs is not known",
                        fault);
            }
            List<String> disturbed = fault == null ? restarting : List.of();
            ui.execute(() -> told.accept(all(featureId, others, disturbed)));
        });
    }

    private List<String> all(String featureId, List<FeatureStatus> others, List<String> disturbed) {
        List<String> all = new ArrayList<>(places.get().objections(featureId));
        for (FeatureStatus other : others) {
            if (disturbed.contains(other.id())) {
                places.get().objections(other.id()).stream()
                        .map(objection -> other.title() + ", which restarts with it: " + objection)
                        .forEach(all::add);
            }
        }
        return all;
    }
}
