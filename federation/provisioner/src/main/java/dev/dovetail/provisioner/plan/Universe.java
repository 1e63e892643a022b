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

    private final Catalog catalog;
    private final CapabilityIndex<Capability> present;
    private final Set<IndexedBundle> installed;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, IndexedBundle> roots = new HashMap<>();
    private final Set<IndexedBundle> excluded;
    private final Predicate<Resource> optional;
    private final Predicate<Resource> mandatory;
    private final Map<URI, Integer> ranks = new HashMap<>();
    private final Map<Requirement, List<Capability>> found = new HashMap<>();

    /** Everything is allowed; what is optional must come from the platform. */
    Universe(Goal goal, Installed installed, Catalog catalog) {
        this(goal, installed, catalog, resource -> true, PlatformBundle.class::isInstance);
    }

    /** Only the platform and the given bundles are allowed, be it for what is optional. */
    Universe(Goal goal, Installed installed, Catalog catalog, Set<IndexedBundle> within) {
        this(goal, installed, catalog, allowing(within), allowing(within));
    }

    private Universe(
            Goal goal,
            Installed installed,
            Catalog catalog,
            Predicate<Resource> mandatory,
            Predicate<Resource> optional) {
        this.catalog = catalog;
        this.installed = new HashSet<>(installed.bundles());
        this.present = CapabilityIndex.of(Stream.concat(installed.platform().stream(), installed.bundles().stream())
                .flatMap(resource -> resource.getCapabilities(null).stream())
                .toList());
        this.excluded = new HashSet<>(goal.excluded());
        this.mandatory = mandatory;
        this.optional = optional;
        installed.platform().forEach(resource -> taken.add(resource.toString()));
        installed.bundles().forEach(bundle -> taken.add(bundle.toString()));
        goal.features().values().forEach(bundle -> roots.put(bundle.bsn(), bundle));
        catalog.repositories().forEach(repository -> ranks.put(repository, ranks.size()));
    }

    private static Predicate<Resource> allowing(Set<IndexedBundle> within) {
        return resource -> resource instanceof PlatformBundle || within.contains(resource);
    }

    /** Who can satisfy a requirement, best first. */
    List<Capability> providers(Requirement requirement) {
        return found.computeIfAbsent(requirement, this::find);
    }

    private List<Capability> find(Requirement requirement) {
        var requirer = requirement.getResource();
        var filter = filter(requirement);
        var allowed = Matching.optional(requirement) ? optional : mandatory;
        return all(requirement.getNamespace(), filter)
                .filter(capability -> Matching.satisfies(capability, filter))
                // The platform ran before and never depends on what comes and goes.
                .filter(capability ->
                        !(requirer instanceof PlatformBundle) || capability.getResource() instanceof PlatformBundle)
                .filter(capability -> allowed.test(capability.getResource()))
                .filter(capability -> admits(capability.getResource()))
                .sorted(preference(requirer))
                .toList();
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
        return !excluded.contains(bundle) && (installed.contains(bundle) || !taken.contains(bundle.toString()));
    }

    /**
     * The platform's, then what is installed, then the highest version, then the requirer's own repository, then the
     * profile's order, then what always gives the same order.
     */
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
