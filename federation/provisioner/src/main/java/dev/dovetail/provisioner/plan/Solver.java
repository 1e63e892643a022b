package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.FeatureReading;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.apache.felix.resolver.Logger;
import org.apache.felix.resolver.ResolverImpl;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;
import org.osgi.service.resolver.ResolutionException;

/** Finds the bundles, and who gets what from whom, for one goal. */
final class Solver {

    private static final int SILENT = 0;
    private static final String IDENTITY = "osgi.identity";

    private final Installed installed;
    private final Catalog catalog;
    private final Deadline deadline;
    private final String tooLate;

    Solver(Installed installed, Catalog catalog, Deadline deadline, String tooLate) {
        this.installed = installed;
        this.catalog = catalog;
        this.deadline = deadline;
        this.tooLate = tooLate;
    }

    /**
     * Solves in two rounds. The first satisfies only what must be; the second, with no other bundles, also what may be.
     * So what is optional never brings a bundle in, nor keeps one.
     */
    Solution solve(Goal goal) {
        var first = resolve(goal, new Universe(goal, installed, catalog));
        if (!(first instanceof Solution.Wired wired)) {
            return first;
        }
        var bundles = bundles(wired);
        var rivals = rivals(bundles);
        return rivals.isEmpty()
                ? resolve(goal, new Universe(goal, installed, catalog, bundles))
                : solveWithOneOf(rivals, goal);
    }

    static Set<IndexedBundle> bundles(Solution.Wired wired) {
        return wired.wires().keySet().stream()
                .filter(IndexedBundle.class::isInstance)
                .map(IndexedBundle.class::cast)
                .collect(Collectors.toSet());
    }

    /** Versions of one bundle that may only be there once, the best first; empty when there is no such case. */
    private List<IndexedBundle> rivals(Collection<IndexedBundle> bundles) {
        var singletons = bundles.stream()
                .filter(Solver::singleton)
                .collect(Collectors.groupingBy(
                        IndexedBundle::bsn, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        var rivals =
                singletons.values().stream().filter(same -> same.size() > 1).findFirst();
        var present = Set.copyOf(installed.bundles());
        rivals.ifPresent(same -> same.sort(Comparator.comparing((IndexedBundle bundle) -> !present.contains(bundle))
                .thenComparing(IndexedBundle::version, Comparator.reverseOrder())));
        return rivals.map(List::copyOf).orElse(List.of());
    }

    private static boolean singleton(IndexedBundle bundle) {
        return !bundle.capabilities(FeatureReading.FEATURE).isEmpty()
                || bundle.capabilities(IDENTITY).stream().anyMatch(identity -> "true"
                        .equals(identity.getDirectives().get("singleton")));
    }

    private Solution solveWithOneOf(List<IndexedBundle> rivals, Goal goal) {
        for (var kept : rivals) {
            var others = rivals.stream().filter(bundle -> !bundle.equals(kept)).toList();
            var solution = solve(goal.without(others));
            if (solution instanceof Solution.Wired || deadline.passed()) {
                return solution;
            }
        }
        return new Solution.Impossible(new Refusal.Conflict(
                goal.featureId(),
                "Only one version of " + rivals.get(0).bsn() + " can be there, needed are: " + rivals));
    }

    private Solution resolve(Goal goal, Universe universe) {
        var roots = List.<Resource>copyOf(goal.features().values());
        var feasibility = new Feasibility(universe, roots, deadline);
        if (deadline.passed()) {
            return new Solution.Impossible(new Refusal.TooComplex(goal.featureId(), tooLate));
        }
        var missing = missing(goal, universe, feasibility);
        if (missing.isPresent()) {
            return new Solution.Impossible(missing.get());
        }
        var context = new WiringContext(universe, feasibility, roots, deadline);
        try {
            return new Solution.Wired(new ResolverImpl(new Logger(SILENT), context).resolve(context));
        } catch (StackOverflowError e) {
            // The resolver recurses along dependencies, here as in the running framework.
            return new Solution.Impossible(
                    new Refusal.TooComplex(goal.featureId(), "too many bundles need each other in a row"));
        } catch (ResolutionException e) {
            return new Solution.Impossible(
                    e.getCause() instanceof CancellationException
                            ? new Refusal.TooComplex(goal.featureId(), tooLate)
                            : new Refusal.Conflict(goal.featureId(), String.valueOf(e.getMessage())));
        }
    }

    /** The requested feature's gap first: the others fitted before. */
    private static Optional<Refusal> missing(Goal goal, Universe universe, Feasibility feasibility) {
        return goal.features().entrySet().stream()
                .sorted(Comparator.comparing(entry -> !entry.getKey().equals(goal.featureId())))
                .flatMap(entry -> feasibility.gap(entry.getValue()).stream()
                        .<Refusal>map(gap -> missing(entry.getKey(), gap, universe)))
                .findFirst();
    }

    private static Refusal.MissingRequirement missing(String featureId, Feasibility.Gap gap, Universe universe) {
        var requirement = gap.requirement();
        var filter = Universe.filter(requirement);
        return new Refusal.MissingRequirement(
                featureId,
                gap.chain(),
                requirement.getNamespace(),
                filter.exact(requirement.getNamespace())
                        .orElse(requirement.getDirectives().getOrDefault("filter", "")),
                VersionSpan.of(filter).text(),
                universe.namesakes(requirement).stream()
                        .map(Solver::offer)
                        .distinct()
                        .toList());
    }

    private static Refusal.Offer offer(Capability capability) {
        var resource = capability.getResource();
        return new Refusal.Offer(
                Matching.version(capability),
                resource.toString(),
                resource instanceof IndexedBundle bundle ? bundle.repository().toString() : "");
    }
}
