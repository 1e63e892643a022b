package dev.dovetail.shell.view;

import dev.dovetail.federation.Active;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which bundle a feature's views come from: an explicit pointer, moved when a hand-over has succeeded and never by
 * service ranking. Any thread.
 */
public final class RunningVersions {

    private final Map<String, Active> current = new HashMap<>();
    private final Set<Long> replaced = new HashSet<>();

    /** @param feature was activated; an answer that a hand-over has overtaken is ignored */
    public synchronized void activated(Active feature) {
        if (!replaced.contains(feature.bundleId())) {
            current.put(feature.featureId(), feature);
        }
    }

    /**
     * @param from gave its views away
     * @param to took them over
     */
    public synchronized void handedOver(Active from, Active to) {
        replaced.add(from.bundleId());
        replaced.remove(to.bundleId());
        current.put(to.featureId(), to);
    }

    /** @param feature is going away */
    public synchronized void closed(Active feature) {
        current.remove(feature.featureId(), feature);
    }

    /**
     * @param featureId the feature
     * @return the version in use, if it runs
     */
    public synchronized Optional<Active> of(String featureId) {
        return Optional.ofNullable(current.get(featureId));
    }

    /** @return the versions in use, one of each feature that runs */
    public synchronized List<Active> all() {
        return List.copyOf(current.values());
    }
}
