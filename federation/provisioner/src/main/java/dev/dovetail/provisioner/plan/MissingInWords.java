package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Says what a feature lacks, who has something like it, and what would help. */
final class MissingInWords {

    private static final String SHELL = "dev.dovetail.";

    private MissingInWords() {}

    static Explanation explain(Refusal.MissingRequirement missing) {
        var offers = missing.offers().stream()
                .sorted(Comparator.comparing(o -> !o.repository().isEmpty()))
                .toList();
        var own = offers.stream().filter(offer -> offer.repository().isEmpty()).findFirst();
        var platform = platform(missing);
        if (!platform.isEmpty() && own.isPresent()) {
            return new Explanation(
                    platform.equals("Dovetail's") ? "DT-RESOLVE-013" : "DT-RESOLVE-007",
                    who(missing) + " needs " + needed(platform, missing) + ", this Dovetail has "
                            + VersionSpan.brief(own.get().version()) + ".",
                    "Install a Dovetail that brings it, or a version of the feature that was made for this one.");
        }
        var lack = who(missing) + " needs " + Words.thing(missing.namespace(), missing.name(), missing.range());
        if (!missing.withheld().isEmpty()) {
            return withheld(lack, missing.withheld());
        }
        return offers.stream().anyMatch(offer -> fits(offer, missing.range()))
                ? inTheWay(lack, missing, offers)
                : new Explanation(
                        "DT-RESOLVE-006",
                        lack + ", " + offered(offers),
                        offers.isEmpty()
                                ? "Add the repository that offers it, or tell the feature's team."
                                : "Look for a version of the feature that fits what is on offer, or tell its team.");
    }

    private static String needed(String platform, Refusal.MissingRequirement missing) {
        return (platform.equals("Dovetail's") ? "Dovetail's " + missing.name() : platform) + " "
                + Words.range(missing.range());
    }

    private static String platform(Refusal.MissingRequirement missing) {
        if (missing.namespace().equals("osgi.ee")) {
            return "Java";
        }
        if (!missing.namespace().equals("osgi.wiring.package")) {
            return "";
        }
        if (missing.name().startsWith(SHELL)) {
            return "Dovetail's";
        }
        return missing.name().startsWith("javafx.") ? "JavaFX" : "";
    }

    private static String who(Refusal.MissingRequirement missing) {
        var chain = missing.chain();
        var bundles = chain.subList(Math.min(1, chain.size()), chain.size());
        return Words.feature(missing.featureId()) + " "
                + chain.stream().findFirst().map(IndexedBundle::version).orElse(Version.emptyVersion)
                + bundles.stream().map(bundle -> " needs " + bundle + ", which").collect(Collectors.joining());
    }

    private static Explanation withheld(String lack, List<RefusedEntry> withheld) {
        return new Explanation(
                "DT-RESOLVE-014",
                lack + ", which is only on offer where it isn't taken from: "
                        + Words.list(withheld.stream()
                                .map(entry -> entry.entry() + " from " + entry.repository() + " (" + entry.code() + ": "
                                        + entry.reason() + ")")
                                .toList()),
                "Add the repository that the name belongs to; or, if you trust that one with it, let it carry the name:"
                        + " see \"carries\" in profile.json.");
    }

    private static Explanation inTheWay(String lack, Refusal.MissingRequirement missing, List<Refusal.Offer> offers) {
        return new Explanation(
                "DT-RESOLVE-018",
                lack + ", "
                        + offered(offers.stream()
                                .filter(offer -> fits(offer, missing.range()))
                                .toList())
                        + " It can't be used, because another version of that bundle is there or needs something that is"
                        + " missing.",
                "Update all features together: dovetail update. Or explain the feature that the bundle belongs to.");
    }

    private static String offered(List<Refusal.Offer> offers) {
        if (offers.isEmpty()) {
            return "which nobody offers.";
        }
        return "on offer: "
                + Words.list(offers.stream()
                        .map(offer -> VersionSpan.brief(offer.version()) + " of " + offer.bundle() + " "
                                + Words.from(offer.repository()) + conditions(offer))
                        .toList());
    }

    private static String conditions(Refusal.Offer offer) {
        return offer.conditions().isEmpty()
                ? ""
                : " (only for whoever asks for " + String.join(" and ", offer.conditions()) + ")";
    }

    private static boolean fits(Refusal.Offer offer, String range) {
        try {
            return offer.conditions().isEmpty()
                    && (range.isEmpty() || new VersionRange(range).includes(offer.version()));
        } catch (IllegalArgumentException e) {
            // What was asked for is no version at all, or has no upper end: then there is nothing to point to.
            return false;
        }
    }
}
