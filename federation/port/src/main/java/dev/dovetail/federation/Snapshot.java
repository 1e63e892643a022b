package dev.dovetail.federation;

import java.util.List;
import java.util.Optional;

/**
 * What is known at one moment. Immutable.
 *
 * @param generation the number of the installed set, 0 before the first
 * @param bundles how many bundles the installed set has
 * @param features all features, installed or on offer, by title
 * @param repositories all repositories of the profile, in its order
 * @param condition how Dovetail itself fares
 */
public record Snapshot(
        long generation,
        int bundles,
        List<FeatureStatus> features,
        List<RepositoryStatus> repositories,
        Condition condition) {

    /** Copies the lists. */
    public Snapshot {
        features = List.copyOf(features);
        repositories = List.copyOf(repositories);
    }

    /**
     * While all is well.
     *
     * @param generation the number of the installed set, 0 before the first
     * @param bundles how many bundles the installed set has
     * @param features all features, installed or on offer, by title
     * @param repositories all repositories of the profile, in its order
     */
    public Snapshot(long generation, int bundles, List<FeatureStatus> features, List<RepositoryStatus> repositories) {
        this(generation, bundles, features, repositories, Condition.WELL);
    }

    /**
     * @param now how Dovetail itself fares
     * @return the same otherwise
     */
    public Snapshot in(Condition now) {
        return new Snapshot(generation, bundles, features, repositories, now);
    }

    /**
     * Finds a feature.
     *
     * @param featureId its id
     * @return it, if it is known
     */
    public Optional<FeatureStatus> feature(String featureId) {
        return features.stream()
                .filter(feature -> feature.id().equals(featureId))
                .findFirst();
    }

    /**
     * Finds the feature that contributes something.
     *
     * @param contributionId the id of the contribution
     * @return the feature, if one is known
     */
    public Optional<FeatureStatus> contributor(String contributionId) {
        return features.stream()
                .filter(feature -> feature.contributions().stream().anyMatch(c -> c.id().equals(contributionId)))
                .findFirst();
    }
}
