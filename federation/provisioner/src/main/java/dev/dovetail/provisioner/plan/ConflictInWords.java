package dev.dovetail.provisioner.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/** Says what doesn't go together, with both sides of it. */
final class ConflictInWords {

    private static final String TOGETHER =
            "Update the features together: dovetail update. Or remove the one that needs the older version.";

    private ConflictInWords() {}

    static Explanation explain(Refusal.UsesConflict conflict) {
        var direct = conflict.direct().isEmpty()
                ? "    " + conflict.bundle() + " brings its own"
                : Words.chain(conflict.direct());
        return new Explanation(
                "DT-RESOLVE-011",
                about(conflict.featureId()) + ": " + conflict.bundle() + " would see the package "
                        + conflict.packageName()
                        + " from two bundles, whose classes are not the same.\n  Its own way:\n"
                        + direct + "\n  The other way:\n" + Words.chain(conflict.around()),
                TOGETHER);
    }

    static Explanation explain(Refusal.OnlyOnce twice) {
        return new Explanation(
                "DT-RESOLVE-012",
                about(twice.featureId()) + ": " + twice.bundle()
                        + " can be there only once, but two versions are needed." + side(twice.one(), twice.oneChain())
                        + side(twice.other(), twice.otherChain()),
                TOGETHER);
    }

    private static String side(Version version, List<Refusal.Link> chain) {
        return "\n  " + version + (chain.isEmpty() ? ", which is a wanted feature" : ":\n" + Words.chain(chain));
    }

    static Explanation explain(Refusal.WouldStop stop) {
        return new Explanation(
                "DT-RESOLVE-016",
                (stop.featureId().isEmpty() ? "The update" : Words.feature(stop.featureId()) + " " + stop.version())
                        + " would stop what works now: "
                        + stop.losses().stream().map(ConflictInWords::lost).collect(Collectors.joining("; ")) + ".",
                "Update the features together: dovetail update. Or wait for a version of the others that fits.");
    }

    static String lost(Loss loss) {
        return loss.user() + " uses " + loss.service() + " of " + loss.provider() + ", and needs the package "
                + (loss.packageName() + " " + Words.range(loss.range())).strip() + ", which would be "
                + VersionSpan.brief(loss.version()) + " there";
    }

    static Explanation explain(Refusal.Conflict conflict) {
        return new Explanation(
                "DT-RESOLVE-008",
                about(conflict.featureId()) + ".",
                "Update or remove the features that share something with it; dovetail explain " + conflict.featureId()
                        + " tells which. --details has the resolver's own words.",
                conflict.details().strip());
    }

    private static String about(String featureId) {
        return featureId.isEmpty()
                ? "The features do not go together"
                : Words.feature(featureId) + " does not go together with what is installed";
    }
}
