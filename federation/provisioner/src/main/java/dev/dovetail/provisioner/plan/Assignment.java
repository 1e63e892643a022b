package dev.dovetail.provisioner.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Choices made so far, and the resources that take part because of them, in the order in which that came about. */
final class Assignment {

    private final Map<Requirement, Capability> chosen = new LinkedHashMap<>();
    private final Map<Resource, List<Choice>> entered = new LinkedHashMap<>();

    Assignment(Collection<? extends Resource> roots) {
        roots.forEach(root -> entered.put(root, List.of()));
    }

    /** Whether the provider takes part only now. */
    boolean choose(Choice choice) {
        chosen.put(choice.requirement(), choice.capability());
        return entered.putIfAbsent(choice.capability().getResource(), List.of(choice)) == null;
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
