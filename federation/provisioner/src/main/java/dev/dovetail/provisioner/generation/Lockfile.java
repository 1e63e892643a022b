package dev.dovetail.provisioner.generation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The exact bundles and features of one generation. Immutable; complete in itself: with the store, it is all that a
 * start needs.
 *
 * @param generation its number; 0 is the empty one before the first
 * @param bundles all bundles that were fetched
 * @param features all features that are installed
 */
public record Lockfile(long generation, List<LockedBundle> bundles, List<LockedFeature> features) {

    /** Nothing installed. */
    public static final Lockfile EMPTY = new Lockfile(0, List.of(), List.of());

    /** Copies the lists, and checks that they fit together. */
    public Lockfile {
        bundles = List.copyOf(bundles);
        features = List.copyOf(features);
        require(generation >= 0, "Expected a generation of 0 or more, found: " + generation);
        Set<String> known = new HashSet<>();
        for (LockedBundle bundle : bundles) {
            require(known.add(bundle.content().sha256()), "Expected one bundle once, found it twice: " + bundle.name());
        }
        Set<String> ids = new HashSet<>();
        for (LockedFeature feature : features) {
            require(ids.add(feature.id()), "Expected one feature once, found it twice: " + feature.id());
            require(
                    known.containsAll(feature.closure()),
                    "Expected every bundle of " + feature.id() + " among the bundles of generation " + generation);
        }
    }

    private static void require(boolean kept, String message) {
        if (!kept) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * @param id a feature
     * @return it, if it is installed
     */
    public Optional<LockedFeature> feature(String id) {
        return features.stream().filter(feature -> feature.id().equals(id)).findFirst();
    }

    /**
     * @param feature one of the features
     * @return the bundles it needs to run, providers before users
     */
    public List<LockedBundle> closure(LockedFeature feature) {
        return feature.closure().stream().map(this::bundle).toList();
    }

    /**
     * @param sha256 the digest of one of the bundles
     * @return that bundle
     */
    public LockedBundle bundle(String sha256) {
        return bundles.stream()
                .filter(bundle -> bundle.content().sha256().equals(sha256))
                .findFirst()
                .orElseThrow();
    }
}
