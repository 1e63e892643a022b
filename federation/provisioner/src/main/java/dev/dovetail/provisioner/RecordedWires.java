package dev.dovetail.provisioner;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.PlatformBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.PlannedFeature;
import dev.dovetail.provisioner.plan.PlannedWire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.resource.Resource;

/** Wires, between the lockfile (which the framework keeps to) and the plan (which decides on them). */
final class RecordedWires {

    private RecordedWires() {}

    /** What a plan decided; of bundles that it doesn't wire, what was recorded before, if it still holds. */
    static Map<String, LockedWiring> of(Plan plan, Lockfile before) {
        Map<String, List<LockedWire>> decided = new HashMap<>();
        plan.features().values().stream()
                .filter(feature -> !plan.resting().contains(feature.id()))
                .map(PlannedFeature::closure)
                .forEach(closure -> closure.forEach(bundle -> decided.put(bundle.sha256(), new ArrayList<>())));
        plan.wires().forEach(wire -> decided.computeIfAbsent(wire.requirer().sha256(), sha256 -> new ArrayList<>())
                .add(locked(wire)));
        Map<String, LockedWiring> wires = new HashMap<>();
        Set<String> there = plan.bundles().stream().map(IndexedBundle::sha256).collect(Collectors.toSet());
        before.wires().forEach((bundle, wiring) -> {
            if (there.contains(bundle) && isWithin(there, wiring)) {
                wires.put(bundle, wiring);
            }
        });
        decided.forEach((bundle, all) -> wires.put(bundle, LockedWiring.of(all)));
        return wires;
    }

    /**
     * When one feature goes back and all others stay. They keep their wires; it gets those that it had, unless a bundle
     * that it shares with them is wired otherwise by now: then the framework chooses for it.
     */
    static Map<String, LockedWiring> restored(
            String id, List<LockedFeature> features, Lockfile current, Lockfile before) {
        Map<String, LockedWiring> wires = new HashMap<>();
        Set<String> there = new HashSet<>();
        for (LockedFeature feature : features) {
            there.addAll(feature.closure());
            if (!feature.id().equals(id)) {
                feature.closure().forEach(bundle -> put(bundle, current, wires));
            }
        }
        List<String> back = before.feature(id).map(LockedFeature::closure).orElse(List.of());
        boolean agreed = back.stream()
                .allMatch(bundle -> !wires.containsKey(bundle)
                        || wires.get(bundle).equals(before.wires().get(bundle)));
        if (agreed) {
            back.forEach(bundle -> put(bundle, before, wires));
        }
        wires.values().removeIf(wiring -> !isWithin(there, wiring));
        return wires;
    }

    private static void put(String bundle, Lockfile lockfile, Map<String, LockedWiring> wires) {
        LockedWiring wiring = lockfile.wires().getOrDefault(bundle, LockedWiring.UNKNOWN);
        if (wiring.recorded()) {
            wires.put(bundle, wiring);
        }
    }

    /** Whether all providers are among these bundles, or the platform's. */
    static boolean isWithin(Set<String> bundles, LockedWiring wiring) {
        return wiring.wires().stream().allMatch(wire -> wire.ofPlatform() || bundles.contains(wire.provider()));
    }

    private static LockedWire locked(PlannedWire wire) {
        String provider = wire.provider() instanceof IndexedBundle bundle
                ? bundle.sha256()
                : PlatformBundle.copyOf(wire.provider()).bsn();
        return new LockedWire(wire.namespace(), wire.name(), provider);
    }

    /** As the planner is told of them; what the platform doesn't have any more is left out. */
    static List<PlannedWire> planned(Lockfile lockfile, List<IndexedBundle> bundles, List<Resource> platform) {
        Map<String, Resource> providers = new HashMap<>();
        platform.stream().map(PlatformBundle::copyOf).forEach(bundle -> providers.put(bundle.bsn(), bundle));
        bundles.forEach(bundle -> providers.put(bundle.sha256(), bundle));
        List<PlannedWire> wires = new ArrayList<>();
        for (IndexedBundle bundle : bundles) {
            LockedWiring wiring = lockfile.wires().getOrDefault(bundle.sha256(), LockedWiring.UNKNOWN);
            for (LockedWire wire : wiring.wires()) {
                Resource provider = providers.get(wire.provider());
                if (provider != null) {
                    wires.add(new PlannedWire(bundle, wire.namespace(), wire.name(), provider));
                }
            }
        }
        return wires;
    }
}
