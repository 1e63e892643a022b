package dev.dovetail.provisioner.catalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all repositories offer together. Immutable, and the same whatever the order of the entries in the indexes: where
 * two repositories disagree, the earlier one in the profile is right.
 */
public final class Catalog {

    private static final Comparator<IndexedBundle> ORDER = Comparator.comparing(IndexedBundle::bsn)
            .thenComparing(Comparator.comparing(IndexedBundle::version).reversed())
            .thenComparing(IndexedBundle::sha256);

    private final List<URI> repositories;
    private final List<IndexedBundle> bundles;
    private final List<RefusedEntry> refused;
    private final Map<String, List<FeatureDescription>> features;
    private final CapabilityIndex<IndexedCapability> capabilities;

    private Catalog(
            List<URI> repositories,
            List<IndexedBundle> bundles,
            List<RefusedEntry> refused,
            Map<String, List<FeatureDescription>> features) {
        this.repositories = repositories;
        this.bundles = List.copyOf(bundles);
        this.refused = List.copyOf(refused);
        this.features = features;
        this.capabilities = CapabilityIndex.of(bundles.stream()
                .flatMap(bundle -> bundle.capabilities().stream())
                .toList());
    }

    /**
     * Merges indexes.
     *
     * @param indexes in the profile's order
     * @return the catalog
     */
    public static Catalog of(List<Index> indexes) {
        var merge = new Merge();
        indexes.forEach(merge::add);
        merge.features.replaceAll((id, versions) -> List.copyOf(versions));
        return new Catalog(
                indexes.stream().map(Index::url).distinct().toList(),
                new ArrayList<>(merge.bundles.values()),
                merge.refused,
                merge.features);
    }

    /**
     * @param other another catalog
     * @return what either offers; of one name and version, what this one says
     */
    public Catalog beside(Catalog other) {
        if (other.bundles.isEmpty()) {
            return this;
        }
        var merge = new Merge();
        merge.refused.addAll(refused);
        bundles.forEach(merge::add);
        other.bundles.forEach(merge::add);
        merge.features.replaceAll((id, versions) -> List.copyOf(versions));
        return new Catalog(repositories, new ArrayList<>(merge.bundles.values()), merge.refused, merge.features);
    }

    /**
     * @param digests of bundles that are not to be had
     * @return the catalog as if nobody offered them
     */
    public Catalog without(Set<String> digests) {
        if (bundles.stream().noneMatch(bundle -> digests.contains(bundle.sha256()))) {
            return this;
        }
        Map<String, List<FeatureDescription>> others = new TreeMap<>();
        features.forEach((id, versions) -> {
            List<FeatureDescription> left = versions.stream()
                    .filter(version -> !digests.contains(version.bundle().sha256()))
                    .toList();
            if (!left.isEmpty()) {
                others.put(id, left);
            }
        });
        return new Catalog(
                repositories,
                bundles.stream()
                        .filter(bundle -> !digests.contains(bundle.sha256()))
                        .toList(),
                refused,
                others);
    }

    /** @return the repositories, in the profile's order */
    public List<URI> repositories() {
        return repositories;
    }

    /** @return all bundles, by repository, then name, then newest first */
    public List<IndexedBundle> bundles() {
        return bundles;
    }

    /** @return what was left out, and why */
    public List<RefusedEntry> refused() {
        return refused;
    }

    /** @return every feature in its newest version, by id */
    public List<FeatureDescription> features() {
        return features.values().stream().map(versions -> versions.get(0)).toList();
    }

    /**
     * The newest version of a feature.
     *
     * @param featureId the feature
     * @return its newest version, if it is on offer
     */
    public Optional<FeatureDescription> newest(String featureId) {
        return versions(featureId).stream().findFirst();
    }

    /**
     * All versions of a feature.
     *
     * @param featureId the feature
     * @return newest first; empty when it is not on offer
     */
    public List<FeatureDescription> versions(String featureId) {
        return features.getOrDefault(featureId, List.of());
    }

    /**
     * Who provides something.
     *
     * @param namespace what kind of thing
     * @param name the value of the attribute that is named like the namespace
     * @return the capabilities, in the order of {@link #bundles()}
     */
    public List<IndexedCapability> providers(String namespace, String name) {
        return capabilities.in(namespace, name);
    }

    /**
     * Who provides anything of a kind.
     *
     * @param namespace what kind of thing
     * @return the capabilities, in the order of {@link #bundles()}
     */
    public List<IndexedCapability> providers(String namespace) {
        return capabilities.in(namespace);
    }

    /** The state of a merge. */
    private static final class Merge {

        private final Map<String, IndexedBundle> bundles = new LinkedHashMap<>();
        private final Map<String, List<FeatureDescription>> features = new TreeMap<>();
        private final Map<String, String> owners = new HashMap<>();
        private final List<RefusedEntry> refused = new ArrayList<>();

        void add(Index index) {
            refused.addAll(index.refused());
            index.bundles().stream().sorted(ORDER).forEach(this::add);
        }

        private void add(IndexedBundle bundle) {
            var first = bundles.putIfAbsent(bundle.toString(), bundle);
            if (first == null) {
                addFeature(bundle);
            } else if (!first.equals(bundle)) {
                // A framework holds a name and version once, so a second digest could never run beside the first.
                refuse(
                        bundle,
                        "expected the digest that " + first.repository() + " gives, " + first.sha256() + ", found "
                                + bundle.sha256());
            }
        }

        private void addFeature(IndexedBundle bundle) {
            var reading = FeatureReading.of(bundle);
            if (reading instanceof FeatureReading.Unusable unusable) {
                refuse(bundle, unusable.reason());
            } else if (reading instanceof FeatureReading.Described described) {
                addFeature(described.feature());
            }
        }

        private void addFeature(FeatureDescription feature) {
            var owner =
                    owners.computeIfAbsent(feature.id(), id -> feature.bundle().bsn());
            if (!owner.equals(feature.bundle().bsn())) {
                refuse(
                        feature.bundle(),
                        "expected the feature \"" + feature.id() + "\" from " + owner
                                + ", which had it first, found it claimed again");
                return;
            }
            var versions = features.computeIfAbsent(feature.id(), id -> new ArrayList<>());
            versions.add(feature);
            versions.sort(
                    Comparator.comparing((FeatureDescription f) -> f.bundle().version())
                            .reversed());
        }

        private void refuse(IndexedBundle bundle, String reason) {
            refused.add(new RefusedEntry(bundle.repository(), bundle.toString(), reason));
        }
    }
}
