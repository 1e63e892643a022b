package dev.dovetail.provisioner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Choices made so far, and the resources that take part because of them, in the order in which that came about. The
 * mandatory requirements of whoever takes part are its agenda; what was chosen last can be taken back.
 */
final class Assignment {

    private final Map<Requirement, Capability> chosen = new LinkedHashMap<>();
    private final Map<Resource, List<Choice>> entered = new LinkedHashMap<>();
    private final List<Requirement> agenda = new ArrayList<>();
    private final Map<Requirement, Integer> places = new HashMap<>();
    /** How long the agenda was before each choice. */
    private final List<Integer> lengths = new ArrayList<>();

    Assignment(Collection<? extends Resource> roots) {
        for (var root : roots) {
            enter(root, List.of());
        }
    }

    private void enter(Resource resource, List<Choice> cause) {
        if (entered.putIfAbsent(resource, cause) == null) {
            for (var requirement : resource.getRequirements(null)) {
                if (Matching.counts(requirement) && !Matching.optional(requirement)) {
                    places.put(requirement, agenda.size());
                    agenda.add(requirement);
                }
            }
        }
    }

    boolean complete() {
        return lengths.size() == agenda.size();
    }

    /** The first requirement that is open. */
    Requirement open() {
        return agenda.get(lengths.size());
    }

    /** Decides on what is open first. */
    void choose(Choice choice) {
        lengths.add(agenda.size());
        chosen.put(choice.requirement(), choice.capability());
        enter(choice.capability().getResource(), List.of(choice));
    }

    /** Adds something optional, which is on nobody's agenda. */
    void add(Choice choice) {
        chosen.put(choice.requirement(), choice.capability());
        entered.putIfAbsent(choice.capability().getResource(), List.of(choice));
    }

    /** Takes it back. */
    void drop(Requirement requirement) {
        chosen.remove(requirement);
    }

    /** The place of the choice that was made last of several. */
    int last(Set<Choice> choices) {
        return choices.stream()
                .mapToInt(choice -> places.getOrDefault(choice.requirement(), 0))
                .max()
                .orElse(0);
    }

    /** Takes back the choice at a place, and all behind it. */
    void backTo(int place) {
        while (lengths.size() > place) {
            var last = lengths.size() - 1;
            chosen.remove(agenda.get(last));
            var before = lengths.remove(last);
            for (var tail = agenda.subList(before, agenda.size()); !tail.isEmpty(); ) {
                var dropped = tail.remove(tail.size() - 1);
                places.remove(dropped);
            }
        }
        entered.values().removeIf(cause -> !cause.stream().allMatch(this::holds));
    }

    boolean holds(Choice choice) {
        return choice.capability().equals(chosen.get(choice.requirement()));
    }

    /** What satisfies a requirement, if that was decided. */
    List<Choice> choice(Requirement requirement) {
        var capability = chosen.get(requirement);
        return capability == null ? List.of() : List.of(new Choice(requirement, capability));
    }

    Map<Requirement, Capability> chosen() {
        return chosen;
    }

    /** In the order of their coming. */
    Set<Resource> resources() {
        return entered.keySet();
    }

    /** The choice that first brought a resource in; none for a root. */
    List<Choice> cause(Resource resource) {
        return Objects.requireNonNull(entered.get(resource), "takes part");
    }
}
