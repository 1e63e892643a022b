package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.resource.Wire;

/** Puts the bundles of a solution in order, providers first. */
final class Arrangement {

    static final Comparator<IndexedBundle> NAMED = Comparator.comparing(IndexedBundle::bsn)
            .thenComparing(IndexedBundle::version)
            .thenComparing(IndexedBundle::sha256);

    /** Of nothing. */
    static final Arrangement EMPTY = new Arrangement(new Solution.Wired(Map.of()));

    private final Map<IndexedBundle, Set<IndexedBundle>> providers = new HashMap<>();
    private final List<PlannedWire> wires = new ArrayList<>();

    Arrangement(Solution.Wired solution) {
        for (var bundle : sorted(Solver.bundles(solution))) {
            var needed = new TreeSet<>(NAMED);
            for (var wire : solution.wires().getOrDefault(bundle, List.of())) {
                // What a fragment provides lies with its host: whoever uses it needs both.
                add(wire.getProvider(), bundle, needed);
                add(wire.getCapability().getResource(), bundle, needed);
                wires.add(planned(bundle, wire));
            }
            providers.put(bundle, needed);
        }
        wires.sort(Comparator.comparing(PlannedWire::requirer, NAMED)
                .thenComparing(PlannedWire::namespace)
                .thenComparing(PlannedWire::name)
                .thenComparing(wire -> wire.provider().toString()));
    }

    private static void add(Object provider, IndexedBundle user, Set<IndexedBundle> needed) {
        if (provider instanceof IndexedBundle bundle && !bundle.equals(user)) {
            needed.add(bundle);
        }
    }

    private static PlannedWire planned(IndexedBundle bundle, Wire wire) {
        var requirement = wire.getRequirement();
        var namespace = requirement.getNamespace();
        var name = wire.getCapability().getAttributes().getOrDefault(namespace, "");
        return new PlannedWire(bundle, namespace, String.valueOf(name), wire.getProvider());
    }

    static List<IndexedBundle> sorted(Collection<IndexedBundle> bundles) {
        return bundles.stream().sorted(NAMED).toList();
    }

    /** All bundles, providers first. */
    List<IndexedBundle> all() {
        return before(sorted(providers.keySet()));
    }

    /** A bundle and all that it needs, providers first. */
    List<IndexedBundle> closure(IndexedBundle bundle) {
        return before(List.of(bundle));
    }

    List<PlannedWire> wires() {
        return wires.stream().distinct().toList();
    }

    // Depth first with a stack of its own: chains can be longer than a thread's stack.
    private List<IndexedBundle> before(List<IndexedBundle> starts) {
        var done = new LinkedHashSet<IndexedBundle>();
        var seen = new LinkedHashSet<IndexedBundle>();
        var path = new ArrayDeque<Visit>();
        for (var start : starts) {
            if (seen.add(start)) {
                path.push(visit(start));
            }
            while (!path.isEmpty()) {
                var visit = path.element();
                if (!visit.left.hasNext()) {
                    done.add(path.pop().bundle);
                    continue;
                }
                var next = visit.left.next();
                if (seen.add(next)) {
                    path.push(visit(next));
                }
            }
        }
        return List.copyOf(done);
    }

    private Visit visit(IndexedBundle bundle) {
        return new Visit(bundle, providers.getOrDefault(bundle, Set.of()).iterator());
    }

    private record Visit(IndexedBundle bundle, Iterator<IndexedBundle> left) {}
}
