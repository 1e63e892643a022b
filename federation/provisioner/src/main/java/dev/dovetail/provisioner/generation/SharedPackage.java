package dev.dovetail.provisioner.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A package that bundles of a generation get from each other, and who has it in common.
 *
 * @param name the package
 * @param providers the ids of the features that use it, by the digest of the bundle that they get it from
 */
public record SharedPackage(String name, Map<String, Set<String>> providers) {

    private static final String PACKAGE = "osgi.wiring.package";

    /** How far it is shared. */
    public enum Sharing {
        /** Several features have it from one bundle. */
        SHARED,
        /** It is there more than once: what features say to each other in its terms, they may not understand. */
        DUPLICATED,
        /** One feature alone uses it. */
        PRIVATE
    }

    /** Copies the map. */
    public SharedPackage {
        providers = Map.copyOf(providers);
    }

    /** @return how far it is shared */
    public Sharing sharing() {
        if (providers.size() > 1) {
            return Sharing.DUPLICATED;
        }
        boolean several = providers.values().stream().anyMatch(features -> features.size() > 1);
        return several ? Sharing.SHARED : Sharing.PRIVATE;
    }

    /**
     * @param feature a feature
     * @return whether it uses the package
     */
    public boolean isUsedBy(String feature) {
        return providers.values().stream().anyMatch(features -> features.contains(feature));
    }

    /**
     * @param lockfile a generation
     * @return the packages that its bundles get from each other, by name; as far as wires were recorded
     */
    public static List<SharedPackage> in(Lockfile lockfile) {
        Map<String, Map<String, Set<String>>> packages = new TreeMap<>();
        for (LockedFeature feature : lockfile.features()) {
            for (String bundle : feature.closure()) {
                LockedWiring wiring = lockfile.wires().getOrDefault(bundle, LockedWiring.UNKNOWN);
                wiring.wires().stream()
                        .filter(wire -> wire.namespace().equals(PACKAGE) && !wire.ofPlatform())
                        .forEach(wire -> packages.computeIfAbsent(wire.name(), name -> new TreeMap<>())
                                .computeIfAbsent(wire.provider(), provider -> new TreeSet<>())
                                .add(feature.id()));
            }
        }
        List<SharedPackage> all = new ArrayList<>();
        packages.forEach((name, providers) -> all.add(new SharedPackage(name, providers)));
        return List.copyOf(all);
    }
}
