package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A refusal in words for people.
 *
 * @param code the stable error code, {@code DT-RESOLVE-nnn}
 * @param message what was expected and what was found
 * @param hint what to do about it
 */
public record Explanation(String code, String message, String hint) {

    private static final int NAMED = 8;

    /**
     * Puts a refusal into words.
     *
     * @param refusal the facts
     * @return the words
     */
    public static Explanation of(Refusal refusal) {
        if (refusal instanceof Refusal.MissingRequirement missing) {
            return missing(missing);
        }
        if (refusal instanceof Refusal.Conflict conflict) {
            return new Explanation(
                    "DT-RESOLVE-008",
                    feature(conflict.featureId()) + " does not go together with what is installed: "
                            + conflict.details().strip(),
                    "Update or remove the features that are named, then try again.");
        }
        if (refusal instanceof Refusal.TooComplex complex) {
            return new Explanation(
                    "DT-RESOLVE-010",
                    feature(complex.featureId()) + " could not be planned: " + complex.limit() + ".",
                    "Ask for one version, as in install " + complex.featureId() + "@[1,2), or remove repositories.");
        }
        return request(refusal);
    }

    private static Explanation request(Refusal refusal) {
        if (refusal instanceof Refusal.UnknownFeature unknown) {
            return new Explanation(
                    "DT-RESOLVE-001",
                    "No repository offers a feature \"" + unknown.featureId() + "\".",
                    unknown.known().isEmpty()
                            ? "The repositories offer no features."
                            : "On offer: " + list(unknown.known()));
        }
        if (refusal instanceof Refusal.NoSuchVersion none) {
            return new Explanation(
                    "DT-RESOLVE-002",
                    feature(none.featureId()) + " is not on offer in a version of " + none.range()
                            + " that is newer than what is installed.",
                    "On offer: "
                            + list(none.offered().stream()
                                    .map(Version::toString)
                                    .toList()));
        }
        return state(refusal);
    }

    private static Explanation state(Refusal refusal) {
        if (refusal instanceof Refusal.NotInstalled missing) {
            return new Explanation(
                    "DT-RESOLVE-003",
                    feature(missing.featureId()) + " is not installed.",
                    "Run list to see what is installed.");
        }
        if (refusal instanceof Refusal.AlreadyInstalled present) {
            return new Explanation(
                    "DT-RESOLVE-004",
                    feature(present.featureId()) + " is installed already, in version " + present.version() + ".",
                    "Run update " + present.featureId() + " to look for a newer version.");
        }
        if (refusal instanceof Refusal.NothingNewer newest) {
            return new Explanation(
                    "DT-RESOLVE-005",
                    feature(newest.featureId()) + " is up to date: nothing newer than " + newest.version()
                            + " is on offer.",
                    "Nothing needs to be done.");
        }
        return new Explanation(
                "DT-RESOLVE-009",
                feature(refusal instanceof Refusal.NoRepository none ? none.featureId() : "")
                        + " cannot be looked for: no repository is known, or none of them can be read.",
                "Give one with --repository URL.");
    }

    private static Explanation missing(Refusal.MissingRequirement missing) {
        var offers = missing.offers().stream()
                .sorted(Comparator.comparing(o -> !o.repository().isEmpty()))
                .toList();
        var own = offers.stream().filter(offer -> offer.repository().isEmpty()).findFirst();
        var platform = platform(missing);
        if (!platform.isEmpty() && own.isPresent()) {
            return new Explanation(
                    "DT-RESOLVE-007",
                    who(missing) + " needs " + platform + " " + range(missing.range()) + ", this Dovetail has "
                            + VersionSpan.brief(own.get().version()) + ".",
                    "Install a Dovetail that brings it, or a version of the feature that was made for this one.");
        }
        return new Explanation(
                "DT-RESOLVE-006",
                who(missing) + " needs " + what(missing) + ", " + offered(offers),
                offers.stream().anyMatch(offer -> fits(offer, missing.range()))
                        ? "A fitting version exists but another version is installed: update the feature that it belongs to."
                        : "Tell the feature's team, or add the repository that offers it.");
    }

    private static String who(Refusal.MissingRequirement missing) {
        var chain = missing.chain();
        var bundles = chain.subList(Math.min(1, chain.size()), chain.size());
        return feature(missing.featureId()) + " "
                + chain.stream().findFirst().map(IndexedBundle::version).orElse(Version.emptyVersion)
                + bundles.stream().map(bundle -> " needs " + bundle + ", which").collect(Collectors.joining());
    }

    private static String platform(Refusal.MissingRequirement missing) {
        if (missing.namespace().equals("osgi.ee")) {
            return "Java";
        }
        var isPackage = missing.namespace().equals("osgi.wiring.package");
        return isPackage && missing.name().startsWith("javafx.") ? "JavaFX" : "";
    }

    private static String what(Refusal.MissingRequirement missing) {
        var kind =
                switch (missing.namespace()) {
                    case "osgi.wiring.package" -> "the package ";
                    case "osgi.wiring.bundle" -> "the bundle ";
                    case "osgi.wiring.host" -> "the host bundle ";
                    case "osgi.extender" -> "the extender ";
                    default -> missing.namespace() + " ";
                };
        return (kind + missing.name() + " " + range(missing.range())).strip();
    }

    private static String range(String range) {
        var comma = range.indexOf(',');
        if (range.endsWith("]") && range.substring(1, comma).equals(range.substring(comma + 1, range.length() - 1))) {
            return range.substring(1, comma);
        }
        return range.isEmpty() || "[(".indexOf(range.charAt(0)) >= 0 ? range : range + " or newer";
    }

    private static String offered(List<Refusal.Offer> offers) {
        if (offers.isEmpty()) {
            return "which nobody offers.";
        }
        return "on offer: "
                + list(offers.stream()
                        .map(offer -> VersionSpan.brief(offer.version()) + " of " + offer.bundle() + " from "
                                + (offer.repository().isEmpty() ? "this Dovetail" : offer.repository()))
                        .toList());
    }

    private static boolean fits(Refusal.Offer offer, String range) {
        try {
            return range.isEmpty() || new VersionRange(range).includes(offer.version());
        } catch (IllegalArgumentException e) {
            // What was asked for is no version at all, or has no upper end: then there is nothing to point to.
            return false;
        }
    }

    private static String feature(String id) {
        return "Feature \"" + id + "\"";
    }

    private static String list(List<String> names) {
        var more = names.size() > NAMED ? ", and " + (names.size() - NAMED) + " more" : "";
        return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more + ".";
    }
}
