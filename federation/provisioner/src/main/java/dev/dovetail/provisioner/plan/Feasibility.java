package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Strikes out what can never resolve, because something that it needs is missing, or can itself never resolve. What is
 * left may still be in conflict, which is the resolver's business; but the resolver no longer wanders into dead ends, and
 * what is missing can be named the same way each time. Linear in the number of bundles and candidates.
 */
final class Feasibility {

    private final Universe universe;
    private final Map<Resource, List<Need>> dependents = new HashMap<>();
    private final Map<Resource, Need> dead = new HashMap<>();
    private final Deque<Resource> dying = new ArrayDeque<>();

    Feasibility(Universe universe, Collection<? extends Resource> roots, Deadline deadline) {
        this.universe = universe;
        var seen = new HashSet<Resource>(roots);
        var toVisit = new ArrayDeque<Resource>(roots);
        while (!toVisit.isEmpty() && !deadline.passed()) {
            visit(toVisit.remove(), seen, toVisit);
        }
        while (!dying.isEmpty()) {
            dependents.getOrDefault(dying.remove(), List.of()).forEach(Need::loseCandidate);
        }
    }

    private void visit(Resource resource, Set<Resource> seen, Deque<Resource> toVisit) {
        for (var requirement : resource.getRequirements(null)) {
            if (!Matching.counts(requirement) || Matching.optional(requirement)) {
                continue;
            }
            var providers = universe.providers(requirement).stream()
                    .map(Capability::getResource)
                    .distinct()
                    .toList();
            var need = new Need(requirement, providers);
            for (var provider : providers) {
                dependents.computeIfAbsent(provider, key -> new ArrayList<>()).add(need);
                if (seen.add(provider)) {
                    toVisit.add(provider);
                }
            }
        }
    }

    boolean possible(Resource resource) {
        return !dead.containsKey(resource);
    }

    /**
     * What is at the bottom of a bundle's impossibility: down the best candidates, until there are none.
     *
     * @return the bundles on the way, and the requirement that nobody satisfies; empty for what is possible
     */
    Optional<Gap> gap(IndexedBundle bundle) {
        var need = dead.get(bundle);
        if (need == null) {
            return Optional.empty();
        }
        var chain = new ArrayList<IndexedBundle>(List.of(bundle));
        // A candidate was always struck out before those that depend on it, so this gets to an end.
        while (!need.providers.isEmpty()) {
            var next = need.providers.get(0);
            if (next instanceof IndexedBundle indexed) {
                chain.add(indexed);
            }
            need = Objects.requireNonNull(dead.get(next));
        }
        return Optional.of(new Gap(List.copyOf(chain), need.requirement));
    }

    /**
     * Something that nobody provides.
     *
     * @param chain from the feature bundle down to who requires it
     * @param requirement what is required
     */
    record Gap(List<IndexedBundle> chain, Requirement requirement) {}

    /** A requirement and how many of its candidates are left. */
    private final class Need {

        private final Requirement requirement;
        private final List<Resource> providers;
        private int left;

        Need(Requirement requirement, List<Resource> providers) {
            this.requirement = requirement;
            this.providers = providers;
            this.left = providers.size();
            strikeOutIfNoneIsLeft();
        }

        void loseCandidate() {
            left--;
            strikeOutIfNoneIsLeft();
        }

        private void strikeOutIfNoneIsLeft() {
            var owner = requirement.getResource();
            if (left == 0 && dead.putIfAbsent(owner, this) == null) {
                dying.add(owner);
            }
        }
    }
}
