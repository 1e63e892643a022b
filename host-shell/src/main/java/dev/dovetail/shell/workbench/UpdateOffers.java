package dev.dovetail.shell.workbench;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers which updates a person was told of, so that each is offered once. */
final class UpdateOffers {

    private record Offer(String featureId, String newer) {}

    private final Set<Offer> told = new HashSet<>();

    /**
     * @param snapshot what is known now
     * @return features with an update that was not offered yet
     */
    List<FeatureStatus> fresh(Snapshot snapshot) {
        return snapshot.features().stream().filter(this::isFresh).toList();
    }

    /**
     * @param feature with an update
     * @return what to say
     */
    static String sentence(FeatureStatus feature) {
        String version = feature.state() instanceof Updatable updatable
                ? updatable.newer()
                : feature.state().version();
        return feature.title() + " " + version + " is available.";
    }

    private boolean isFresh(FeatureStatus feature) {
        return feature.state() instanceof Updatable updatable && told.add(new Offer(feature.id(), updatable.newer()));
    }
}
