package dev.dovetail.provisioner.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Chooses a provider for each mandatory requirement, the best that goes together with what was chosen before. A clash is
 * remembered as a set of choices that can't all be made, and the search starts again with what it has learnt. It is
 * complete: it ends with a solution, or with the proof that there is none, or at the deadline.
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
    private int picked;

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
        while (!deadline.passed()) {
            var attempt = attempt();
            if (nogoods.hopeless()) {
                return new Result.None(clashes);
            }
            if (attempt.isPresent()) {
                var found = new ClassSpaces(attempt.get()).clashes();
                if (found.isEmpty()) {
                    return new Result.Found(attempt.get());
                }
                found.forEach(this::learn);
                if (nogoods.hopeless()) {
                    return new Result.None(clashes);
                }
            }
        }
        return new Result.Unknown();
    }

    private void learn(Clash clash) {
        if (clashes.size() < POLL) {
            clashes.add(clash);
        }
        nogoods.learn(clash.choices());
    }

    /** Empty when it ran into a requirement without any provider left, and learnt why. */
    private Optional<Assignment> attempt() {
        var assignment = new Assignment(roots);
        Deque<Resource> queue = new ArrayDeque<>(roots);
        while (!queue.isEmpty()) {
            for (var requirement : queue.remove().getRequirements(null)) {
                if (Matching.counts(requirement) && !Matching.optional(requirement)) {
                    if (late() || !pick(requirement, assignment, queue)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(assignment);
    }

    private boolean late() {
        picked++;
        return picked % POLL == 0 && deadline.passed();
    }

    private boolean pick(Requirement requirement, Assignment assignment, Deque<Resource> queue) {
        var reasons = new LinkedHashSet<Choice>();
        for (var capability : universe.providers(requirement)) {
            if (!feasibility.possible(capability.getResource())) {
                continue;
            }
            var choice = new Choice(requirement, capability);
            var against = nogoods.against(choice, assignment);
            if (against.isEmpty()) {
                if (assignment.choose(choice)) {
                    queue.add(capability.getResource());
                }
                return true;
            }
            reasons.addAll(against.get());
        }
        // Whoever requires it can't take part while those choices hold.
        reasons.addAll(assignment.cause(requirement.getResource()));
        nogoods.learn(reasons);
        return false;
    }
}
