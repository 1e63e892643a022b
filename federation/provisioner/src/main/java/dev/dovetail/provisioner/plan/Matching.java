package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.RequirementFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Version;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** What the OSGi Core specification says about who satisfies whom (Core 3.3, 3.7). */
final class Matching {

    private static final Set<String> WIRING = Set.of("osgi.wiring.package", "osgi.wiring.bundle", "osgi.wiring.host");

    private Matching() {}

    /** Whether a requirement has a say when bundles are resolved; dynamic imports look for providers later. */
    static boolean counts(Requirement requirement) {
        var directives = requirement.getDirectives();
        return effective(directives) && !"dynamic".equals(directives.get("resolution"));
    }

    static boolean optional(Requirement requirement) {
        return "optional".equals(requirement.getDirectives().get("resolution"));
    }

    static boolean satisfies(Capability capability, RequirementFilter filter) {
        return effective(capability.getDirectives())
                && filter.matches(capability.getAttributes())
                && mandatory(capability).stream().allMatch(filter::names);
    }

    /** The attributes that a capability must be asked for by (Core 3.7.8), and isn't: {@code name=value}, in order. */
    static List<String> conditions(Capability capability, RequirementFilter filter) {
        var attributes = capability.getAttributes();
        return mandatory(capability).stream()
                .filter(name -> filter.exact(name)
                        .filter(asked -> asked.equals(String.valueOf(attributes.get(name))))
                        .isEmpty())
                .sorted()
                .map(name -> name + "=" + attributes.get(name))
                .toList();
    }

    private static boolean effective(Map<String, String> directives) {
        return "resolve".equals(directives.getOrDefault("effective", "resolve"));
    }

    private static List<String> mandatory(Capability capability) {
        var names = capability.getDirectives().getOrDefault("mandatory", "");
        return names.isBlank() || !WIRING.contains(capability.getNamespace())
                ? List.of()
                : List.of(names.trim().split("\\s*,\\s*"));
    }

    /** Whether only one version of it can be there; a feature's views are found by its bundle's name. */
    static boolean singleton(Resource resource) {
        return !resource.getCapabilities("dovetail.feature").isEmpty()
                || resource.getCapabilities("osgi.identity").stream().anyMatch(identity -> "true"
                        .equals(identity.getDirectives().get("singleton")));
    }

    /** The packages that whoever is wired to a capability sees through it (Core 3.7.5). */
    static List<String> uses(Capability capability) {
        var names = capability.getDirectives().getOrDefault("uses", "");
        return names.isBlank() ? List.of() : List.of(names.trim().split("\\s*,\\s*"));
    }

    /** The version of what is provided; of several, the highest. */
    static Version version(Capability capability) {
        var attributes = capability.getAttributes();
        var version = attributes.getOrDefault("version", attributes.getOrDefault("bundle-version", ""));
        var versions = version instanceof List<?> several ? several : List.of(version);
        return versions.stream()
                .filter(Version.class::isInstance)
                .map(Version.class::cast)
                .max(Comparator.naturalOrder())
                .orElse(Version.emptyVersion);
    }
}
