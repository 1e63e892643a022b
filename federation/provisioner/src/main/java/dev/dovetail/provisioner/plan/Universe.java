package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.CapabilityIndex;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.PlatformBundle;
import dev.dovetail.provisioner.catalog.RequirementFilter;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Everything that a solution may be made of, for one goal: the platform, what is installed, what is on offer. Answers who
 * can provide what, best first.
 */
final class Universe {

    private static final String PACKAGE = "osgi.wiring.package";

    private final Catalog catalog;
    private final Present wired;
    private final CapabilityIndex<Capability> present;
    private final Set<IndexedBundle> installed;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, IndexedBundle> roots = new HashMap<>();
    private final Set<Goal.Forbidden> forbidden;
    private final Map<URI, Integer> ranks = new HashMap<>();
    private final Map<Requirement, List<Capability>> found = new HashMap<>();

    /** Everything is allowed; what is optional must come from the platform. */
    Universe(Goal goal, Installed installed, Present wired, Catalog catalog) {
        this.catalog = catalog;
        this.wired = wired;
        this.installed = new HashSet<>(installed.bundles());
        this.present = CapabilityIndex.of(Stream.concat(installed.platform().stream(), installed.bundles().stream())
                .flatMap(resource -> resource.getCapabilities(null).stream())
                .toList());
        this.forbidden = goal.forbidden();
        installed.platform().forEach(resource -> taken.add(resource.toString()));
        installed.bundles().forEach(bundle -> taken.add(bundle.toString()));
        goal.features().values().forEach(bundle -> roots.put(bundle.bsn(), bundle));
        catalog.repositories().forEach(repository -> ranks.put(repository, ranks.size()));
    }

    /** Who can satisfy a requirement, best first. */
    List<Capability> providers(Requirement requirement) {
        return found.computeIfAbsent(requirement, this::find);
    }

    private List<Capability> find(Requirement requirement) {
        var requirer = requirement.getResource();
        var filter = filter(requirement);
        return all(requirement.getNamespace(), filter)
                .filter(capability -> Matching.satisfies(capability, filter))
                // The platform ran before and never depends on what comes and goes.
                .filter(capability ->
                        !(requirer instanceof PlatformBundle) || capability.getResource() instanceof PlatformBundle)
                .filter(capability -> admits(capability.getResource()))
                .filter(capability -> forbidden.isEmpty()
                        || !forbidden.contains(new Goal.Forbidden(requirement, capability.getResource())))
                .sorted(preference(requirer, wired(requirement, filter)))
                .toList();
    }

    /** Who satisfies it now. A package that a bundle has of itself has no wire (Core 3.8.2). */
    private Set<Resource> wired(Requirement requirement, RequirementFilter filter) {
        var namespace = requirement.getNamespace();
        var requirer = requirement.getResource();
        var now = filter.exact(namespace)
                .map(name -> wired.providers(requirer, namespace, name))
                .orElse(Set.of());
        return now.isEmpty()
                        && namespace.equals(PACKAGE)
                        && requirer instanceof IndexedBundle bundle
                        && installed.contains(bundle)
                ? Set.of(requirer)
                : now;
    }

    /**
     * What an optional requirement may be wired to besides the platform, out of what is there anyhow. A bundle that is
     * there already keeps what it has, or doesn't have: it would have to restart for more.
     */
    List<Capability> choices(Requirement requirement, Predicate<Resource> within) {
        var now = wired(requirement, filter(requirement));
        var stays = requirement.getResource() instanceof IndexedBundle bundle
                && installed.contains(bundle)
                && wired.knows(bundle);
        return providers(requirement).stream()
                .filter(capability ->
                        capability.getResource() instanceof PlatformBundle || within.test(capability.getResource()))
                .filter(capability -> !stays
                        || capability.getResource() instanceof PlatformBundle
                        || now.contains(capability.getResource()))
                .toList();
    }

    /** The requirements that somebody asked about. */
    Stream<Requirement> asked() {
        return found.keySet().stream();
    }

    /** Who provides something of the same kind and name, fitting or not, best first. */
    List<Capability> namesakes(Requirement requirement) {
        return all(requirement.getNamespace(), filter(requirement))
                .distinct()
                .sorted(preference(requirement.getResource()))
                .toList();
    }

    private Stream<Capability> all(String namespace, RequirementFilter filter) {
        var name = filter.exact(namespace);
        return name.isPresent()
                ? Stream.<Capability>concat(
                        present.in(namespace, name.get()).stream(), catalog.providers(namespace, name.get()).stream())
                : Stream.<Capability>concat(present.in(namespace).stream(), catalog.providers(namespace).stream());
    }

    static RequirementFilter filter(Requirement requirement) {
        return RequirementFilter.parse(requirement.getDirectives().getOrDefault("filter", ""));
    }

    private boolean admits(Resource resource) {
        if (!(resource instanceof IndexedBundle bundle)) {
            return true;
        }
        var root = roots.get(bundle.bsn());
        if (root != null) {
            return root.equals(bundle);
        }
        return installed.contains(bundle) || !taken.contains(bundle.toString());
    }

    /**
     * Who is wired to it now, then the platform's, then what is installed, then the highest version, then the requirer's
     * own repository, then the profile's order, then what always gives the same order.
     */
    private Comparator<Capability> preference(Resource requirer, Set<Resource> now) {
        return Comparator.<Capability, Boolean>comparing(capability -> !now.contains(capability.getResource()))
                .thenComparing(preference(requirer));
    }

    /** The same for who is not wired yet. */
    Comparator<Capability> preference(Resource requirer) {
        var home = requirer instanceof IndexedBundle bundle ? bundle.repository() : URI.create("");
        return Comparator.<Capability>comparingInt(capability -> tier(capability.getResource()))
                .thenComparing(Matching::version, Comparator.reverseOrder())
                .thenComparing(capability -> version(capability.getResource()), Comparator.reverseOrder())
                .thenComparing(capability -> rank(capability.getResource(), home))
                .thenComparing(capability -> tail(capability.getResource()));
    }

    private int tier(Resource resource) {
        if (resource instanceof IndexedBundle bundle) {
            return installed.contains(bundle) ? 1 : 2;
        }
        return 0;
    }

    private static Version version(Resource resource) {
        return resource instanceof IndexedBundle bundle ? bundle.version() : Version.emptyVersion;
    }

    private int rank(Resource resource, URI home) {
        if (!(resource instanceof IndexedBundle bundle)) {
            return -1;
        }
        return bundle.repository().equals(home) ? -1 : ranks.getOrDefault(bundle.repository(), Integer.MAX_VALUE);
    }

    private static String tail(Resource resource) {
        return resource instanceof IndexedBundle bundle ? bundle.bsn() + " " + bundle.sha256() : resource.toString();
    }
}
