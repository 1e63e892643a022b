package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;

/**
 * Services whose user and provider would have the interface from two bundles: then the framework hides one from the other
 * (Core 5.2.5), without a word.
 */
final class Contracts {

    private static final String SERVICE = "osgi.service";
    private static final String CLASSES = "objectClass";

    private Contracts() {}

    /**
     * One of them.
     *
     * @param user who uses the service
     * @param one where that one gets the interface's package
     * @param provider who provides the service
     * @param other where that one gets it
     * @param service the interface
     * @param mandatory whether the user can't work without it
     */
    record Split(
            IndexedBundle user, Source one, IndexedBundle provider, Source other, String service, boolean mandatory) {

        /** The wire of whoever has the older package; none when it is its own. */
        List<Goal.Forbidden> behind() {
            var older = one.version().compareTo(other.version()) < 0 ? one : other;
            return older.wire().stream()
                    .map(wire -> new Goal.Forbidden(wire.getRequirement(), wire.getProvider()))
                    .toList();
        }

        Loss loss() {
            return new Loss(
                    user.toString(),
                    service,
                    packageOf(service),
                    one.wire().stream()
                            .map(wire -> VersionSpan.of(Universe.filter(wire.getRequirement()))
                                    .text())
                            .collect(Collectors.joining()),
                    provider.toString(),
                    other.version(),
                    mandatory);
        }
    }

    /**
     * Where a bundle has a package from.
     *
     * @param home the bundle whose classes they are
     * @param version the package's version
     * @param wire how it gets it; none when it is its own
     */
    private record Source(Resource home, Version version, List<Wire> wire) {}

    /** In the order of names; the same for the same solution. */
    static List<Split> splits(Solution.Wired solution) {
        var splits = new ArrayList<Split>();
        var bundles = Arrangement.sorted(Solver.bundles(solution));
        for (var user : bundles) {
            for (var requirement : user.requirements()) {
                if (requirement.getNamespace().equals(SERVICE)) {
                    Universe.filter(requirement)
                            .exact(CLASSES)
                            .ifPresent(service -> splits.addAll(
                                    splits(solution, bundles, user, service, !Matching.optional(requirement))));
                }
            }
        }
        return splits;
    }

    private static List<Split> splits(
            Solution.Wired solution,
            Collection<IndexedBundle> bundles,
            IndexedBundle user,
            String service,
            boolean mandatory) {
        var splits = new ArrayList<Split>();
        for (var one : source(solution, user, packageOf(service))) {
            for (var provider : bundles) {
                if (!provider.equals(user) && provides(provider, service)) {
                    source(solution, provider, packageOf(service)).stream()
                            .filter(other -> !other.home().equals(one.home()))
                            .forEach(other -> splits.add(new Split(user, one, provider, other, service, mandatory)));
                }
            }
        }
        return splits;
    }

    private static boolean provides(IndexedBundle bundle, String service) {
        return bundle.capabilities(SERVICE).stream()
                .map(capability -> capability.getAttributes().get(CLASSES))
                .anyMatch(classes ->
                        service.equals(classes) || (classes instanceof List<?> several && several.contains(service)));
    }

    /** Elsewhere, or itself; at most one. */
    private static List<Source> source(Solution.Wired solution, IndexedBundle bundle, String packageName) {
        for (var wire : solution.wires().getOrDefault(bundle, List.of())) {
            if (isPackage(wire.getCapability(), packageName)) {
                return List.of(new Source(wire.getProvider(), Matching.version(wire.getCapability()), List.of(wire)));
            }
        }
        return bundle.capabilities().stream()
                .filter(capability -> isPackage(capability, packageName))
                .map(capability -> new Source(bundle, Matching.version(capability), List.of()))
                .limit(1)
                .toList();
    }

    private static boolean isPackage(Capability capability, String name) {
        return capability.getNamespace().equals(ClassSpace.PACKAGE)
                && ClassSpace.name(capability).equals(name);
    }

    static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
