package dev.dovetail.shell.workbench;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers which updates a person was told of, so that each is offered once. */
final class UpdateOffers {

    private record Offer(String featureId, String newer) {}

    private final Map<Offer, String> told = new HashMap<>();

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

    /**
     * @param snapshot what is known now
     * @return what was said of updates that are no longer on offer, because they are installed or gone
     */
    List<String> settled(Snapshot snapshot) {
        List<String> gone = new ArrayList<>();
        told.entrySet().removeIf(entry -> {
            boolean stands = snapshot.feature(entry.getKey().featureId())
                    .filter(feature -> feature.state() instanceof Updatable updatable
                            && updatable.newer().equals(entry.getKey().newer()))
                    .isPresent();
            return !stands && gone.add(entry.getValue());
        });
        return gone;
    }

    private boolean isFresh(FeatureStatus feature) {
        return feature.state() instanceof Updatable updatable
                && told.putIfAbsent(new Offer(feature.id(), updatable.newer()), sentence(feature)) == null;
    }
}
