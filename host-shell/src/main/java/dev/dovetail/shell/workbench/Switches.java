package dev.dovetail.shell.workbench;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which features a person has switched on in safe mode, where all of them are off to begin with. JavaFX application
 * thread only.
 */
final class Switches {

    private final Set<String> on = new HashSet<>();

    /** @param featureId runs now */
    void on(String featureId) {
        on.add(featureId);
    }

    /**
     * @param feature one of them
     * @param snapshot says whether this is safe mode
     * @return whether it is installed and must not show itself
     */
    boolean isOff(FeatureStatus feature, Snapshot snapshot) {
        return snapshot.condition().safe() && !(feature.state() instanceof Available) && !on.contains(feature.id());
    }

    /**
     * @param snapshot what is known
     * @return the same as if those that are off contributed nothing
     */
    Snapshot visible(Snapshot snapshot) {
        if (!snapshot.condition().safe()) {
            return snapshot;
        }
        List<FeatureStatus> features = snapshot.features().stream()
                .map(feature -> isOff(feature, snapshot) ? mute(feature) : feature)
                .toList();
        return new Snapshot(
                snapshot.generation(), snapshot.bundles(), features, snapshot.repositories(), snapshot.condition());
    }

    private static FeatureStatus mute(FeatureStatus feature) {
        return new FeatureStatus(
                feature.id(),
                feature.title(),
                feature.description(),
                feature.icon(),
                feature.vendor(),
                feature.repository(),
                feature.state(),
                List.of());
    }
}
