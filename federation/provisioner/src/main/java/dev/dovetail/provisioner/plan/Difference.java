package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.resource.Resource;

/** What lies between what is there and what is wanted: who comes, who goes, and who can't just go on. */
final class Difference {

    private final Installed installed;
    private final Present present;
    private final Map<String, PlannedFeature> features;
    private final Map<Present.Key, Set<Resource>> wires;
    private final List<IndexedBundle> bundles;

    Difference(
            Installed installed,
            Present present,
            List<IndexedBundle> bundles,
            Map<String, PlannedFeature> features,
            List<PlannedWire> wires) {
        this.installed = installed;
        this.present = present;
        this.bundles = bundles;
        this.features = features;
        this.wires = Present.keyed(wires);
    }

    List<IndexedBundle> added() {
        var there = new HashSet<>(installed.bundles());
        return bundles.stream().filter(bundle -> !there.contains(bundle)).toList();
    }

    /** Users first. */
    List<IndexedBundle> removed() {
        var wanted = new HashSet<>(bundles);
        var gone = new ArrayList<>(installed.bundles());
        gone.removeIf(wanted::contains);
        Collections.reverse(gone);
        return List.copyOf(gone);
    }

    List<Restart> restarts() {
        var moves = moves();
        var restarts = new ArrayList<Restart>();
        for (var feature : features.values()) {
            var before = installed.features().get(feature.id());
            // What rests does not run.
            if (before == null || !present.working().containsKey(feature.id())) {
                continue;
            }
            var under = feature.closure().stream()
                    .flatMap(bundle -> moves.getOrDefault(bundle, List.of()).stream())
                    .toList();
            if (!before.equals(feature.bundle()) || !under.isEmpty()) {
                restarts.add(new Restart(
                        feature.id(), before.version(), feature.bundle().version(), under));
            }
        }
        return List.copyOf(restarts);
    }

    /** What changes for bundles that were there and stay. */
    private Map<IndexedBundle, List<Restart.Move>> moves() {
        var keys = new LinkedHashSet<>(present.wires().keySet());
        keys.addAll(wires.keySet());
        var stay = new HashSet<>(installed.bundles());
        stay.retainAll(new HashSet<>(bundles));
        var moves = new TreeMap<IndexedBundle, List<Restart.Move>>(Arrangement.NAMED);
        for (var key : keys) {
            var before = present.wires().getOrDefault(key, Set.of());
            var after = wires.getOrDefault(key, Set.of());
            if (key.requirer() instanceof IndexedBundle user && stay.contains(user) && !before.equals(after)) {
                moves.computeIfAbsent(user, bundle -> new ArrayList<>())
                        .add(new Restart.Move(
                                user.toString(), key.namespace(), key.name(), names(before), names(after)));
            }
        }
        addFragments(stay, moves);
        return moves;
    }

    /** A host takes a fragment in, or lets one go, only when it is wired anew. */
    private void addFragments(Set<IndexedBundle> stay, Map<IndexedBundle, List<Restart.Move>> moves) {
        for (var side : List.of(present.wires(), wires)) {
            side.forEach((key, hosts) -> {
                if (key.namespace().equals("osgi.wiring.host") && !stay.contains(key.requirer())) {
                    hosts.stream()
                            .filter(host -> stay.contains(host))
                            .map(IndexedBundle.class::cast)
                            .forEach(host -> moves.computeIfAbsent(host, bundle -> new ArrayList<>())
                                    .add(fragment(host, key.requirer(), side == wires)));
                }
            });
        }
    }

    private static Restart.Move fragment(IndexedBundle host, Resource fragment, boolean comes) {
        return new Restart.Move(
                host.toString(),
                "osgi.wiring.host",
                host.bsn(),
                comes ? "" : fragment.toString(),
                comes ? fragment.toString() : "");
    }

    private static String names(Set<Resource> resources) {
        return resources.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    List<PlanStep> steps(List<Restart> restarts) {
        var steps = new ArrayList<PlanStep>();
        added().forEach(bundle -> steps.add(new PlanStep.Install(bundle)));
        features.values().stream()
                .filter(feature -> !present.working().containsKey(feature.id()))
                .filter(feature -> !feature.bundle().equals(installed.features().get(feature.id())))
                .forEach(feature -> steps.add(new PlanStep.Start(feature)));
        restarts.stream()
                .filter(Restart::replaced)
                .forEach(restart -> steps.add(new PlanStep.Replace(feature(restart), restart)));
        installed.features().forEach((id, bundle) -> {
            if (!features.containsKey(id)) {
                steps.add(new PlanStep.Stop(id, bundle));
            }
        });
        removed().forEach(bundle -> steps.add(new PlanStep.Remove(bundle)));
        restarts.stream()
                .filter(restart -> !restart.replaced())
                .forEach(restart -> steps.add(new PlanStep.Again(feature(restart), restart)));
        return List.copyOf(steps);
    }

    private PlannedFeature feature(Restart restart) {
        return Objects.requireNonNull(features.get(restart.featureId()));
    }
}
