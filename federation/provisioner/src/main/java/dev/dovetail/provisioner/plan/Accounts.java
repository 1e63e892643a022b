package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Collects what there is to know about a feature. */
final class Accounts {

    private final Installed installed;
    private final Present present;
    private final Catalog catalog;

    Accounts(Installed installed, Present present, Catalog catalog) {
        this.installed = installed;
        this.present = present;
        this.catalog = catalog;
    }

    FeatureAccount of(String id, Pins pins, Outcome next) {
        var closure = present.closures().getOrDefault(id, List.of());
        return new FeatureAccount(
                id,
                Optional.ofNullable(installed.features().get(id)).map(Accounts::offered),
                catalog.versions(id).stream()
                        .map(version -> offered(version.bundle()))
                        .toList(),
                pins.of(id).map(Object::toString).orElse(""),
                present.resting().containsKey(id),
                closure.isEmpty() ? planned(id, next) : needs(closure, present.wires()),
                closure.stream().flatMap(bundle -> shared(id, bundle).stream()).toList(),
                next);
    }

    private static FeatureAccount.Offered offered(IndexedBundle bundle) {
        return new FeatureAccount.Offered(bundle.version(), bundle.repository().toString());
    }

    /** What it would get if it were installed. */
    private static List<Refusal.Link> planned(String id, Outcome next) {
        if (!(next instanceof Plan plan)) {
            return List.of();
        }
        return Optional.ofNullable(plan.features().get(id))
                .map(feature -> needs(feature.closure(), Present.keyed(plan.wires())))
                .orElse(List.of());
    }

    private static List<Refusal.Link> needs(List<IndexedBundle> closure, Map<Present.Key, Set<Resource>> wires) {
        return closure.stream()
                .flatMap(bundle -> bundle.requirements().stream())
                .flatMap(requirement -> key(requirement).stream()
                        .flatMap(key -> wires.getOrDefault(key, Set.of()).stream())
                        .map(provider -> link(requirement, provider)))
                .distinct()
                .toList();
    }

    private static Optional<Present.Key> key(Requirement requirement) {
        return Universe.filter(requirement)
                .exact(requirement.getNamespace())
                .map(name -> new Present.Key(requirement.getResource(), requirement.getNamespace(), name));
    }

    private static Refusal.Link link(Requirement requirement, Resource provider) {
        var filter = Universe.filter(requirement);
        return provider.getCapabilities(requirement.getNamespace()).stream()
                .filter(capability -> Matching.satisfies(capability, filter))
                .findFirst()
                .map(capability -> Conflicts.link(new Choice(requirement, capability)))
                .orElseGet(() -> new Refusal.Link(
                        requirement.getResource().toString(),
                        requirement.getNamespace(),
                        filter.exact(requirement.getNamespace()).orElse(""),
                        VersionSpan.of(filter).text(),
                        provider.toString(),
                        Version.emptyVersion,
                        ""));
    }

    private List<FeatureAccount.Shared> shared(String id, IndexedBundle bundle) {
        var others = new ArrayList<String>();
        present.closures().forEach((other, closure) -> {
            if (!other.equals(id) && closure.contains(bundle)) {
                others.add(other);
            }
        });
        return others.isEmpty() ? List.of() : List.of(new FeatureAccount.Shared(bundle.toString(), others));
    }
}
