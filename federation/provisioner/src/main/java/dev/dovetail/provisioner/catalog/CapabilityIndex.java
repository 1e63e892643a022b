package dev.dovetail.provisioner.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.resource.Capability;

/**
 * Capabilities by namespace and name, the name being the value of the attribute that is called like the namespace: what
 * most requirements ask for, so that few candidates have to be compared.
 */
public final class CapabilityIndex<C extends Capability> {

    private final Map<String, List<C>> byNamespace = new HashMap<>();
    private final Map<String, Map<Object, List<C>>> byName = new HashMap<>();

    private CapabilityIndex() {}

    /**
     * Sorts capabilities in.
     *
     * @param <C> the kind of capability
     * @param capabilities in the order in which they are to be found
     * @return the index
     */
    public static <C extends Capability> CapabilityIndex<C> of(Collection<C> capabilities) {
        var index = new CapabilityIndex<C>();
        capabilities.forEach(index::add);
        return index;
    }

    private void add(C capability) {
        var namespace = capability.getNamespace();
        byNamespace.computeIfAbsent(namespace, key -> new ArrayList<>()).add(capability);
        var name = capability.getAttributes().getOrDefault(namespace, "");
        var names = name instanceof Collection<?> several ? several : List.of(name);
        for (var one : names) {
            byName.computeIfAbsent(namespace, key -> new HashMap<>())
                    .computeIfAbsent(one, key -> new ArrayList<>())
                    .add(capability);
        }
    }

    /**
     * Finds all of a kind.
     *
     * @param namespace the kind
     * @return the capabilities
     */
    public List<C> in(String namespace) {
        return List.copyOf(byNamespace.getOrDefault(namespace, List.of()));
    }

    /**
     * Finds those of one name.
     *
     * @param namespace the kind
     * @param name the name
     * @return the capabilities
     */
    public List<C> in(String namespace, String name) {
        return List.copyOf(byName.getOrDefault(namespace, Map.of()).getOrDefault(name, List.of()));
    }
}
