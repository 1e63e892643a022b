package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/** Takes the facts of a refusal out of the clashes that a search met. */
final class Conflicts {

    private Conflicts() {}

    /** The first that involves the requested feature, or the first: it is about the bundles that one would rather have. */
    static Refusal refusal(Goal goal, List<Clash> clashes) {
        var requested = goal.features().get(goal.featureId());
        return clashes.stream()
                .filter(clash -> requested != null && involves(clash, requested))
                .filter(clash -> !(clash instanceof Clash.Contradiction))
                .findFirst()
                .or(() -> clashes.stream()
                        .filter(clash -> !(clash instanceof Clash.Contradiction))
                        .findFirst())
                .or(() -> clashes.stream().findFirst())
                .map(clash -> refusal(goal.featureId(), clash))
                .orElseGet(() -> new Refusal.Conflict(goal.featureId(), "no combination of providers is left"));
    }

    private static boolean involves(Clash clash, Resource bundle) {
        return clash.choices().stream()
                .anyMatch(choice -> choice.requirement().getResource().equals(bundle)
                        || choice.capability().getResource().equals(bundle));
    }

    private static Refusal refusal(String featureId, Clash clash) {
        if (clash instanceof Clash.Exposed exposed) {
            return new Refusal.UsesConflict(
                    featureId,
                    exposed.bundle().toString(),
                    exposed.packageName(),
                    links(exposed.direct()),
                    links(exposed.around()));
        }
        if (clash instanceof Clash.Twice twice) {
            return new Refusal.OnlyOnce(
                    featureId,
                    name(twice.one()),
                    version(twice.one()),
                    links(twice.oneChain()),
                    version(twice.other()),
                    links(twice.otherChain()));
        }
        return new Refusal.Conflict(featureId, clash.toString());
    }

    private static String name(Resource resource) {
        return resource instanceof IndexedBundle bundle ? bundle.bsn() : resource.toString();
    }

    private static Version version(Resource resource) {
        return resource instanceof IndexedBundle bundle ? bundle.version() : Version.emptyVersion;
    }

    static List<Refusal.Link> links(List<Choice> choices) {
        return choices.stream().map(Conflicts::link).toList();
    }

    static Refusal.Link link(Choice choice) {
        var requirement = choice.requirement();
        var provider = choice.capability().getResource();
        var filter = Universe.filter(requirement);
        return new Refusal.Link(
                requirement.getResource().toString(),
                requirement.getNamespace(),
                filter.exact(requirement.getNamespace())
                        .orElse(Objects.toString(requirement.getDirectives().get("filter"), "")),
                VersionSpan.of(filter).text(),
                provider.toString(),
                Matching.version(choice.capability()),
                provider instanceof IndexedBundle bundle ? bundle.repository().toString() : "");
    }
}
