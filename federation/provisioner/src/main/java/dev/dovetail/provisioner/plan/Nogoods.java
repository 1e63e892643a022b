package dev.dovetail.provisioner.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was learnt: sets of choices that can't all be made at once. */
final class Nogoods {

    private final Map<Choice, List<Set<Choice>>> known = new HashMap<>();
    private boolean hopeless;

    /** The empty set says that there is no solution at all. */
    void learn(Set<Choice> together) {
        hopeless |= together.isEmpty();
        together.forEach(choice ->
                known.computeIfAbsent(choice, key -> new ArrayList<>()).add(together));
    }

    boolean hopeless() {
        return hopeless;
    }

    /** What has been chosen that forbids a choice; the empty set forbids it in any case. */
    Optional<Set<Choice>> against(Choice choice, Assignment assignment) {
        for (var nogood : known.getOrDefault(choice, List.of())) {
            if (nogood.stream().allMatch(other -> other.equals(choice) || assignment.holds(other))) {
                var others = new LinkedHashSet<>(nogood);
                others.remove(choice);
                return Optional.of(others);
            }
        }
        return Optional.empty();
    }
}
