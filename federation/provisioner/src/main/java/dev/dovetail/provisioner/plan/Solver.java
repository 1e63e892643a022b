package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.RequirementFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.apache.felix.resolver.Logger;
import org.apache.felix.resolver.ResolverImpl;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.service.resolver.ResolutionException;

/**
 * Finds the bundles, and who gets what from whom, for one goal. The search decides; where its idea of class spaces
 * is only near to the OSGi resolver's, that one is asked as well.
 */
final class Solver {

    private static final int SILENT = 0;
    private static final Set<String> WHOLE = Set.of("osgi.wiring.bundle", "osgi.wiring.host");
    /** A resolver that needs more than this is walking through permutations. */
    private static final int EFFORT = 200_000;

    private static final int SECOND_EFFORT = 20_000;

    private final Installed installed;
    private final Present present;
    private final Catalog catalog;
    private final Deadline deadline;

    Solver(Installed installed, Present present, Catalog catalog, Deadline deadline) {
        this.installed = installed;
        this.present = present;
        this.catalog = catalog;
        this.deadline = deadline;
    }

    Solution solve(Goal goal) {
        var universe = new Universe(goal, installed, present, catalog);
        var roots = List.<Resource>copyOf(goal.features().values());
        var feasibility = new Feasibility(universe, roots, deadline);
        if (deadline.passed()) {
            return new Solution.Impossible(deadline.refusal(goal.featureId()));
        }
        var missing = missing(goal, universe, feasibility);
        if (missing.isPresent()) {
            return new Solution.Impossible(missing.get());
        }
        var result = new Search(universe, feasibility, roots, deadline).run();
        if (result instanceof Search.Result.Unknown) {
            return new Solution.Impossible(deadline.refusal(goal.featureId()));
        }
        var solution = result instanceof Search.Result.Found found
                ? confirmed(goal, universe, found.assignment())
                : new Solution.Impossible(Conflicts.refusal(goal, ((Search.Result.None) result).clashes()));
        return solution instanceof Solution.Wired || deadline.passed()
                ? solution
                : secondOpinion(goal, universe, feasibility, solution);
    }

    /**
     * Where packages come with whole bundles, the resolver is at times more lenient than the specification, or stricter
     * than need be. So it may look for itself, with what is mandatory and with little effort, before the answer is no.
     */
    private Solution secondOpinion(Goal goal, Universe universe, Feasibility feasibility, Solution first) {
        if (universe.asked().noneMatch(requirement -> WHOLE.contains(requirement.getNamespace()))) {
            return first;
        }
        var second = resolve(
                goal,
                universe,
                requirement -> Matching.optional(requirement)
                        ? List.of()
                        : universe.providers(requirement).stream()
                                .filter(capability -> feasibility.possible(capability.getResource()))
                                .toList(),
                SECOND_EFFORT);
        return second instanceof Solution.Wired wired && onlyOnce(wired) ? second : first;
    }

    /** The resolver leaves singletons to who calls it. */
    private static boolean onlyOnce(Solution.Wired wired) {
        var singletons = bundles(wired).stream()
                .filter(Matching::singleton)
                .map(IndexedBundle::bsn)
                .toList();
        return singletons.size() == Set.copyOf(singletons).size();
    }

    static Set<IndexedBundle> bundles(Solution.Wired wired) {
        return wired.wires().keySet().stream()
                .filter(IndexedBundle.class::isInstance)
                .map(IndexedBundle.class::cast)
                .collect(Collectors.toSet());
    }

    /**
     * Where packages alone are wired, search and resolver agree. Where whole bundles or fragments are, the resolver has the
     * last word, as it has it in the framework. When it finds no way to have all that is optional, the plan does without.
     */
    private Solution confirmed(Goal goal, Universe universe, Assignment assignment) {
        if (assignment.chosen().keySet().stream()
                .noneMatch(requirement -> WHOLE.contains(requirement.getNamespace()))) {
            return Completion.of(assignment, universe);
        }
        var within = assignment.resources();
        var all = resolve(
                goal,
                universe,
                requirement -> Matching.optional(requirement)
                        ? universe.choices(requirement, within::contains)
                        : chosen(requirement, assignment),
                EFFORT);
        return all instanceof Solution.Wired || deadline.passed()
                ? all
                : resolve(
                        goal,
                        universe,
                        requirement -> Matching.optional(requirement) ? List.of() : chosen(requirement, assignment),
                        EFFORT);
    }

    private static List<Capability> chosen(Requirement requirement, Assignment assignment) {
        return Optional.ofNullable(assignment.chosen().get(requirement)).stream()
                .toList();
    }

    private Solution resolve(Goal goal, Universe universe, WiringContext.Candidates candidates, int effort) {
        var roots = List.<Resource>copyOf(goal.features().values());
        var context = new WiringContext(candidates, universe, roots, deadline, effort);
        try {
            return new Solution.Wired(DeepStack.call(() -> wires(context)));
        } catch (StackOverflowError e) {
            // The resolver recurses along dependencies.
            return new Solution.Impossible(
                    new Refusal.TooComplex(goal.featureId(), "too many bundles need each other in a row"));
        } catch (ResolutionException e) {
            return new Solution.Impossible(
                    e.getCause() instanceof CancellationException
                            ? deadline.refusal(goal.featureId())
                            : new Refusal.Conflict(goal.featureId(), String.valueOf(e.getMessage())));
        }
    }

    private static Map<Resource, List<Wire>> wires(WiringContext context) throws ResolutionException {
        return new ResolverImpl(new Logger(SILENT), context).resolve(context);
    }

    /** The requested feature's gap first: the others fitted before. */
    private Optional<Refusal> missing(Goal goal, Universe universe, Feasibility feasibility) {
        return goal.features().entrySet().stream()
                .sorted(Comparator.comparing(entry -> !entry.getKey().equals(goal.featureId())))
                .flatMap(entry -> feasibility.gap(entry.getValue()).stream()
                        .<Refusal>map(gap -> missing(entry.getKey(), gap, universe)))
                .findFirst();
    }

    private Refusal.MissingRequirement missing(String featureId, Feasibility.Gap gap, Universe universe) {
        var requirement = gap.requirement();
        var filter = Universe.filter(requirement);
        return new Refusal.MissingRequirement(
                featureId,
                gap.chain(),
                requirement.getNamespace(),
                filter.exact(requirement.getNamespace())
                        .orElse(Objects.toString(requirement.getDirectives().get("filter"), "")),
                VersionSpan.of(filter).text(),
                universe.namesakes(requirement).stream()
                        .map(capability -> offer(capability, filter))
                        .toList(),
                catalog.refused().stream()
                        .filter(entry -> entry.provides().stream()
                                .anyMatch(clause -> clause.namespace().equals(requirement.getNamespace())
                                        && filter.matches(clause.attributes())))
                        .toList());
    }

    private static Refusal.Offer offer(Capability capability, RequirementFilter filter) {
        var resource = capability.getResource();
        return new Refusal.Offer(
                Matching.version(capability),
                resource.toString(),
                resource instanceof IndexedBundle bundle ? bundle.repository().toString() : "",
                Matching.conditions(capability, filter));
    }
}
