package dev.dovetail.provisioner;

import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What it takes to have a feature's previous version back, with everything else as it is: each feature brings the bundles
 * that it ran with, which its closure names, so nothing has to be planned or fetched.
 */
final class Restoration {

    private final Generations generations;
    private final IndexReader reader;

    Restoration(Generations generations, IndexReader reader) {
        this.generations = generations;
        this.reader = reader;
    }

    /**
     * @param trial of the version that has to go
     * @return puts the set without it in force; empty when it isn't in force any more
     * @throws HomeException when what was there before can't be read
     */
    Optional<Step.Decision> of(Trial trial) throws HomeException {
        Lockfile current = generations.current();
        if (current.feature(trial.feature())
                .filter(feature -> feature.bundle().equals(trial.bundle()))
                .isEmpty()) {
            return Optional.empty();
        }
        Lockfile before = generations.at(trial.before());
        Lockfile next = without(trial.feature(), current, before, generations.next());
        if (isSame(next, before)) {
            return Optional.of(new Step.Return(before));
        }
        return Optional.of(new Step.Commit(next, InstalledBundles.index(indexed(next, current, before))));
    }

    private static boolean isSame(Lockfile one, Lockfile other) {
        return Set.copyOf(one.features()).equals(Set.copyOf(other.features()))
                && Set.copyOf(one.bundles()).equals(Set.copyOf(other.bundles()));
    }

    private static Lockfile without(String id, Lockfile current, Lockfile before, long number) {
        List<LockedFeature> features = new ArrayList<>();
        for (LockedFeature feature : current.features()) {
            if (feature.id().equals(id)) {
                before.feature(id).ifPresent(features::add);
            } else {
                features.add(feature);
            }
        }
        Set<String> needed = new HashSet<>();
        features.forEach(feature -> needed.addAll(feature.closure()));
        Map<String, LockedBundle> bundles = new LinkedHashMap<>();
        for (Lockfile lockfile : List.of(current, before)) {
            lockfile.bundles().stream()
                    .filter(bundle -> needed.contains(bundle.content().sha256()))
                    .forEach(bundle -> bundles.putIfAbsent(bundle.content().sha256(), bundle));
        }
        return new Lockfile(
                number, List.copyOf(bundles.values()), features, RecordedWires.restored(id, features, current, before));
    }

    private List<IndexedBundle> indexed(Lockfile next, Lockfile current, Lockfile before) throws HomeException {
        Map<String, IndexedBundle> known = new LinkedHashMap<>();
        for (Lockfile lockfile : List.of(current, before)) {
            if (lockfile.generation() > 0) {
                InstalledBundles.read(generations.index(lockfile), lockfile, reader)
                        .forEach(bundle -> known.putIfAbsent(bundle.sha256(), bundle));
            }
        }
        known.keySet()
                .retainAll(next.bundles().stream()
                        .map(bundle -> bundle.content().sha256())
                        .toList());
        return List.copyOf(known.values());
    }
}
