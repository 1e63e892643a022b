package dev.dovetail.provisioner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.resource.Resource;

/**
 * Chooses a provider for each mandatory requirement, the best that goes together with what was chosen before. A clash is
 * remembered as a set of choices that can't all be made, and the search goes back to the last of them. It is complete:
 * it ends with a solution, or with the proof that there is none, or at the deadline.
 *
 * <p>The OSGi resolver alone is neither: it gives up combinations that would do, and it walks through permutations of
 * what doesn't matter.
 */
final class Search {

    private static final int POLL = 256;

    private final Universe universe;
    private final Feasibility feasibility;
    private final Collection<? extends Resource> roots;
    private final Deadline deadline;
    private final Nogoods nogoods = new Nogoods();
    private final List<Clash> clashes = new ArrayList<>();
    private int turns;

    Search(Universe universe, Feasibility feasibility, Collection<? extends Resource> roots, Deadline deadline) {
        this.universe = universe;
        this.feasibility = feasibility;
        this.roots = roots;
        this.deadline = deadline;
    }

    /** What a search ends with. */
    sealed interface Result {

        /** Choices that go together. */
        record Found(Assignment assignment) implements Result {}

        /** There are none; the clashes that were met first say most about why. */
        record None(List<Clash> clashes) implements Result {
            public None {
                clashes = List.copyOf(clashes);
            }
        }

        /** Time is up. */
        record Unknown() implements Result {}
    }

    Result run() {
        var assignment = new Assignment(roots);
        while (!late()) {
            var clashes = assignment.complete() ? new ClassSpaces(assignment).clashes() : List.<Clash>of();
            if (assignment.complete() && clashes.isEmpty()) {
                return new Result.Found(assignment);
            }
            var learnt = clashes.isEmpty()
                    ? pick(assignment)
                    : clashes.stream().map(this::remembered).toList();
            learnt.forEach(nogoods::learn);
            if (nogoods.hopeless()) {
                return new Result.None(this.clashes);
            }
            learnt.stream().mapToInt(assignment::last).min().ifPresent(assignment::backTo);
        }
        return new Result.Unknown();
    }

    private boolean late() {
        turns++;
        return turns % POLL == 1 && deadline.passed();
    }

    private Set<Choice> remembered(Clash clash) {
        if (clashes.size() < POLL) {
            clashes.add(clash);
        }
        return clash.choices();
    }

    /** Decides on the first open requirement; or learns why it can't be satisfied. */
    private List<Set<Choice>> pick(Assignment assignment) {
        var requirement = assignment.open();
        var reasons = new LinkedHashSet<Choice>();
        for (var capability : universe.providers(requirement)) {
            if (!feasibility.possible(capability.getResource())) {
                continue;
            }
            var choice = new Choice(requirement, capability);
            var against = nogoods.against(choice, assignment);
            if (against.isEmpty()) {
                assignment.choose(choice);
                return List.of();
            }
            reasons.addAll(against.get());
        }
        // Whoever requires it can't take part while those choices hold.
        reasons.addAll(assignment.cause(requirement.getResource()));
        return List.of(reasons);
    }
}
