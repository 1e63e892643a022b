package dev.dovetail.provisioner.generation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The exact bundles and features of one generation. Immutable; complete in itself: with the store, it is all that a
 * start needs.
 *
 * @param generation its number; 0 is the empty one before the first
 * @param bundles all bundles that were fetched
 * @param features all features that are installed
 * @param wires what each bundle gets from whom, by its digest; without those of whom it isn't known
 */
public record Lockfile(
        long generation, List<LockedBundle> bundles, List<LockedFeature> features, Map<String, LockedWiring> wires) {

    /** Nothing installed. */
    public static final Lockfile EMPTY = new Lockfile(0, List.of(), List.of());

    /** Copies the lists, and checks that they fit together. */
    public Lockfile {
        bundles = List.copyOf(bundles);
        features = List.copyOf(features);
        wires = Map.copyOf(wires);
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
        require(known.containsAll(wires.keySet()), "Expected wires of the bundles of generation " + generation);
        for (LockedWiring wiring : wires.values()) {
            for (LockedWire wire : wiring.wires()) {
                require(
                        wire.ofPlatform() || known.contains(wire.provider()),
                        "Expected the provider of " + wire.name() + " among the bundles of generation " + generation);
            }
        }
    }

    /**
     * Nothing is known of the wires.
     *
     * @param generation its number
     * @param bundles all bundles that were fetched
     * @param features all features that are installed
     */
    public Lockfile(long generation, List<LockedBundle> bundles, List<LockedFeature> features) {
        this(generation, bundles, features, Map.of());
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
     * A host takes its fragments in when it is wired and never later, so they come along with it, whoever needs them.
     *
     * @param feature one of the features
     * @return the bundles it needs to run, providers before users, and behind them what belongs to its hosts
     */
    public List<LockedBundle> closure(LockedFeature feature) {
        Set<String> closure = new LinkedHashSet<>(feature.closure());
        for (Set<String> more = attached(closure); !more.isEmpty(); more = attached(closure)) {
            closure.addAll(more);
        }
        return closure.stream().map(this::bundle).toList();
    }

    private Set<String> attached(Set<String> closure) {
        Set<String> more = new TreeSet<>();
        wires.forEach((bundle, wiring) -> {
            boolean fragment =
                    wiring.wires().stream().anyMatch(wire -> wire.toHost() && closure.contains(wire.provider()));
            if (fragment && !closure.contains(bundle)) {
                more.add(bundle);
            }
        });
        return more;
    }

    /**
     * What a bundle may be wired to. A fragment shares the wires of its hosts.
     *
     * @param sha256 the digest of one of the bundles
     * @return its wires, as far as they are known
     */
    public LockedWiring wiring(String sha256) {
        LockedWiring own = wires.getOrDefault(sha256, LockedWiring.UNKNOWN);
        List<LockedWire> all = new ArrayList<>(own.wires());
        own.wires().stream()
                .filter(LockedWire::toHost)
                .map(host -> wires.getOrDefault(host.provider(), LockedWiring.UNKNOWN))
                .forEach(host -> all.addAll(host.wires()));
        return new LockedWiring(own.recorded(), all);
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
