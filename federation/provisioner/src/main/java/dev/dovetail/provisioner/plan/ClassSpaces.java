package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.PlatformBundle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/** Looks for what does not go together among choices that leave no mandatory requirement open. */
final class ClassSpaces {

    private static final String BUNDLE = "osgi.wiring.bundle";
    private static final String HOST = "osgi.wiring.host";

    private final Assignment assignment;
    private final Map<Resource, Resource> hosts = new HashMap<>();
    private final Map<Resource, ClassSpace> spaces = new LinkedHashMap<>();

    ClassSpaces(Assignment assignment) {
        this.assignment = assignment;
        assignment.chosen().forEach((requirement, capability) -> {
            if (requirement.getNamespace().equals(HOST)) {
                hosts.put(requirement.getResource(), capability.getResource());
            }
        });
        for (var resource : assignment.resources()) {
            space(resource).export(resource);
        }
        assignment.chosen().forEach((requirement, capability) -> space(requirement.getResource())
                .choose(new Choice(requirement, capability), host(capability.getResource()), assignment));
        spaces.values().forEach(this::addRequired);
    }

    private Resource host(Resource resource) {
        return hosts.getOrDefault(resource, resource);
    }

    private ClassSpace space(Resource resource) {
        return spaces.computeIfAbsent(host(resource), ClassSpace::new);
    }

    private void addRequired(ClassSpace space) {
        for (var choice : space.choices()) {
            if (choice.requirement().getNamespace().equals(BUNDLE)) {
                addExports(space, choice, List.of(choice), new HashSet<>());
            }
        }
    }

    private void addExports(ClassSpace space, Choice required, List<Choice> path, Set<Resource> seen) {
        var provider = space(required.capability().getResource());
        if (!seen.add(provider.host())) {
            return;
        }
        provider.exports()
                .forEach((name, capabilities) -> capabilities.forEach(
                        capability -> space.require(name, new ClassSpace.Source(provider.host(), capability, path))));
        for (var next : provider.choices()) {
            if (next.requirement().getNamespace().equals(BUNDLE)
                    && "reexport".equals(next.requirement().getDirectives().get("visibility"))) {
                var longer = new ArrayList<>(path);
                longer.add(next);
                addExports(space, next, List.copyOf(longer), seen);
            }
        }
    }

    /** At most one for each bundle of a kind; empty when all goes together. */
    List<Clash> clashes() {
        var clashes = new ArrayList<Clash>();
        spaces.values().forEach(space -> clashes.addAll(space.contradictions()));
        addSubstituted(clashes);
        addTwice(clashes);
        if (clashes.isEmpty()) {
            var graph = new UsesGraph(this::space, hosts);
            spaces.values().stream()
                    // The platform ran before, whatever is planned.
                    .filter(space -> !(space.host() instanceof PlatformBundle))
                    .flatMap(space -> graph.exposure(space).stream())
                    .forEach(clashes::add);
        }
        return clashes;
    }

    private void addSubstituted(List<Clash> clashes) {
        assignment.chosen().forEach((requirement, capability) -> {
            if (!requirement.getNamespace().equals(ClassSpace.PACKAGE)) {
                return;
            }
            var name = ClassSpace.name(capability);
            var provider = space(capability.getResource());
            if (provider.substitutes(name) && !provider.host().equals(host(requirement.getResource()))) {
                clashes.add(new Clash.Contradiction(Set.of(
                        new Choice(requirement, capability),
                        Objects.requireNonNull(provider.imports().get(name)))));
            }
        });
    }

    private void addTwice(List<Clash> clashes) {
        var first = new TreeMap<String, Resource>();
        for (var resource : assignment.resources()) {
            if (Matching.singleton(resource)) {
                var identity = resource.getCapabilities("osgi.identity").get(0);
                var name = String.valueOf(identity.getAttributes().get("osgi.identity"));
                var other = first.putIfAbsent(name, resource);
                if (other != null && !version(other).equals(version(resource))) {
                    clashes.add(new Clash.Twice(other, chain(other), resource, chain(resource)));
                }
            }
        }
    }

    private static Version version(Resource resource) {
        return Matching.version(resource.getCapabilities("osgi.identity").get(0));
    }

    /** From a feature bundle down to a resource. */
    private List<Choice> chain(Resource resource) {
        var chain = new ArrayDeque<Choice>();
        var at = assignment.cause(resource);
        while (!at.isEmpty()) {
            chain.addFirst(at.get(0));
            at = assignment.cause(at.get(0).requirement().getResource());
        }
        return List.copyOf(chain);
    }
}
