package dev.dovetail.provisioner.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;

/**
 * Adds to what a search found whatever is optional and goes together with it. What is optional never brings a bundle in:
 * it comes from the platform, or from a bundle that was found.
 */
final class Completion {

    private final Assignment assignment;
    private final Map<Requirement, Deque<Capability>> options = new LinkedHashMap<>();

    private Completion(Assignment assignment, Universe universe) {
        this.assignment = assignment;
        var within = Set.copyOf(assignment.resources());
        for (var resource : List.copyOf(assignment.resources())) {
            for (var requirement : resource.getRequirements(null)) {
                if (Matching.counts(requirement) && Matching.optional(requirement)) {
                    options.put(requirement, new ArrayDeque<>(universe.choices(requirement, within::contains)));
                }
            }
        }
        options.keySet().forEach(this::next);
    }

    static Solution.Wired of(Assignment assignment, Universe universe) {
        var completion = new Completion(assignment, universe);
        while (completion.dropped()) {
            // What was dropped may have been in the way of nothing else; look again.
        }
        return new Solution.Wired(wires(assignment));
    }

    private void next(Requirement requirement) {
        var left = options.getOrDefault(requirement, new ArrayDeque<>());
        if (left.isEmpty()) {
            assignment.drop(requirement);
        } else {
            assignment.add(new Choice(requirement, left.remove()));
        }
    }

    /** Every clash is about something optional: what is mandatory goes together. */
    private boolean dropped() {
        var dropped = new ArrayList<Requirement>();
        for (var clash : new ClassSpaces(assignment).clashes()) {
            clash.choices().stream()
                    .map(Choice::requirement)
                    .filter(options::containsKey)
                    .findFirst()
                    .filter(requirement -> !dropped.contains(requirement))
                    .ifPresent(dropped::add);
        }
        dropped.forEach(this::next);
        return !dropped.isEmpty();
    }

    private static Map<Resource, List<Wire>> wires(Assignment assignment) {
        var wires = new HashMap<Resource, List<Wire>>();
        assignment.resources().forEach(resource -> wires.put(resource, new ArrayList<>()));
        assignment.chosen().forEach((requirement, capability) -> {
            var user = requirement.getResource();
            if (!capability.getNamespace().equals(ClassSpace.PACKAGE)
                    || !capability.getResource().equals(user)) {
                wires.computeIfAbsent(user, key -> new ArrayList<>()).add(new Link(requirement, capability));
            }
        });
        return wires;
    }

    /** A wire between whole bundles; fragments have none of their own here. */
    private record Link(Requirement requirement, Capability capability) implements Wire {

        @Override
        public Capability getCapability() {
            return capability;
        }

        @Override
        public Requirement getRequirement() {
            return requirement;
        }

        @Override
        public Resource getProvider() {
            return capability.getResource();
        }

        @Override
        public Resource getRequirer() {
            return requirement.getResource();
        }
    }
}
