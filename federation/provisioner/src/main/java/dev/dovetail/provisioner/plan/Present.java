package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.resource.Resource;

/**
 * How the installed features are wired now, and which of them can't be any more, because the platform has changed under
 * them. The latter keep what they have; they stand in nobody's way.
 *
 * @param working the features that can run
 * @param resting the features that can't, with all bundles that are there for them
 * @param wires who gets what from whom now
 * @param closures the bundles of each working feature
 */
record Present(
        Map<String, IndexedBundle> working,
        Map<String, List<IndexedBundle>> resting,
        Map<Key, Set<Resource>> wires,
        Map<String, List<IndexedBundle>> closures) {

    private static final Catalog NOTHING = Catalog.of(List.of());

    /** What a bundle requires, as a wire names it. */
    record Key(Resource requirer, String namespace, String name) {}

    /** Before anything is installed. */
    static final Present EMPTY = new Present(Map.of(), Map.of(), Map.of(), Map.of());

    static Present of(Installed installed, Deadline deadline) {
        var recorded = new Present(Map.of(), Map.of(), keyed(installed.wires()), Map.of());
        var solver = new Solver(installed, recorded, NOTHING, deadline);
        var all = solver.solve(new Goal("", installed.features()));
        var working = all instanceof Solution.Wired ? installed.features() : working(installed, solver, deadline);
        var solution = all instanceof Solution.Wired ? all : solver.solve(new Goal("", working));
        return solution instanceof Solution.Wired wired
                ? of(installed, working, new Arrangement(wired))
                : of(installed, Map.of(), Arrangement.EMPTY);
    }

    /** As many as go together, by their names' order. */
    private static Map<String, IndexedBundle> working(Installed installed, Solver solver, Deadline deadline) {
        var goal = new Goal("", Map.of());
        for (var feature : installed.features().entrySet()) {
            var more = goal.with(feature.getKey(), feature.getValue());
            if (!deadline.passed() && solver.solve(more) instanceof Solution.Wired) {
                goal = more;
            }
        }
        return goal.features();
    }

    private static Present of(Installed installed, Map<String, IndexedBundle> working, Arrangement arrangement) {
        var closures = new TreeMap<String, List<IndexedBundle>>();
        working.forEach((id, bundle) -> closures.put(id, arrangement.closure(bundle)));
        var resting = new TreeMap<String, List<IndexedBundle>>();
        installed.features().forEach((id, bundle) -> {
            if (!working.containsKey(id)) {
                resting.put(id, reachable(bundle, installed));
            }
        });
        return new Present(working, resting, keyed(arrangement.wires()), closures);
    }

    /** Whatever there is of what a bundle needs, providers first; what is missing is passed over. */
    private static List<IndexedBundle> reachable(IndexedBundle bundle, Installed installed) {
        var universe = new Universe(new Goal("", installed.features()), installed, EMPTY, NOTHING);
        var found = new LinkedHashSet<IndexedBundle>();
        visit(List.of(bundle), universe, found);
        var order = new ArrayList<>(found);
        Collections.reverse(order);
        return order;
    }

    private static void visit(Collection<IndexedBundle> start, Universe universe, Set<IndexedBundle> found) {
        var queue = new ArrayDeque<>(start);
        while (!queue.isEmpty()) {
            var next = queue.remove();
            if (found.add(next)) {
                next.requirements().stream()
                        .filter(requirement -> Matching.counts(requirement) && !Matching.optional(requirement))
                        .map(requirement -> universe.providers(requirement).stream()
                                .map(capability -> capability.getResource())
                                .findFirst())
                        .flatMap(Optional::stream)
                        .filter(IndexedBundle.class::isInstance)
                        .map(IndexedBundle.class::cast)
                        .forEach(queue::add);
            }
        }
    }

    /** Wires by what they satisfy. */
    static Map<Key, Set<Resource>> keyed(List<PlannedWire> wires) {
        var keyed = new LinkedHashMap<Key, Set<Resource>>();
        for (var wire : wires) {
            keyed.computeIfAbsent(new Key(wire.requirer(), wire.namespace(), wire.name()), key -> new LinkedHashSet<>())
                    .add(wire.provider());
        }
        return keyed;
    }

    /** Whether its wires are all that it has. */
    boolean knows(IndexedBundle bundle) {
        return closures.values().stream().anyMatch(closure -> closure.contains(bundle));
    }

    /** Who provides something to a bundle; none when it is not there, or has no wire for it. */
    Set<Resource> providers(Resource requirer, String namespace, String name) {
        return wires.getOrDefault(new Key(requirer, namespace, name), Set.of());
    }
}
