package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.RefusedEntry;
import java.util.stream.Collectors;

/** Says why what was asked for can't even be tried. */
final class RequestInWords {

    private RequestInWords() {}

    static Explanation explain(Refusal refusal) {
        if (refusal instanceof Refusal.UnknownFeature unknown) {
            return unknown(unknown);
        }
        if (refusal instanceof Refusal.NoSuchVersion none) {
            return new Explanation(
                    "DT-RESOLVE-002",
                    Words.feature(none.featureId()) + " is not on offer in a version of " + none.range()
                            + " to install or to update to.",
                    "On offer: " + Words.versions(none.offered()));
        }
        if (refusal instanceof Refusal.Pinned pinned) {
            return new Explanation(
                    "DT-RESOLVE-015",
                    Words.feature(pinned.featureId()) + " is pinned to " + pinned.pin()
                            + ", and stays there. Without the pin there would be: " + Words.versions(pinned.offered()),
                    "Take the pin away: dovetail unpin " + pinned.featureId() + ".");
        }
        return state(refusal);
    }

    private static Explanation unknown(Refusal.UnknownFeature unknown) {
        if (!unknown.withheld().isEmpty()) {
            return new Explanation(
                    "DT-RESOLVE-014",
                    Words.feature(unknown.featureId()) + " is only on offer where it isn't taken from: "
                            + Words.list(unknown.withheld().stream()
                                    .map(RefusedEntry::sentence)
                                    .toList()),
                    "Add the repository that the name belongs to.");
        }
        return new Explanation(
                "DT-RESOLVE-001",
                "No repository offers a feature \"" + unknown.featureId() + "\".",
                unknown.known().isEmpty()
                        ? "The repositories offer no features."
                        : "On offer: " + Words.list(unknown.known()));
    }

    private static Explanation state(Refusal refusal) {
        if (refusal instanceof Refusal.NotInstalled missing) {
            return new Explanation(
                    "DT-RESOLVE-003",
                    Words.feature(missing.featureId()) + " is not installed.",
                    "Run list to see what is installed.");
        }
        if (refusal instanceof Refusal.AlreadyInstalled present) {
            return new Explanation(
                    "DT-RESOLVE-004",
                    Words.feature(present.featureId()) + " is installed already, in version " + present.version() + ".",
                    "Run update " + present.featureId() + " to look for a newer version.");
        }
        if (refusal instanceof Refusal.NothingNewer newest) {
            return new Explanation(
                    "DT-RESOLVE-005",
                    Words.feature(newest.featureId()) + " is up to date: nothing newer than " + newest.version()
                            + " is on offer.",
                    "Nothing needs to be done.");
        }
        return refusal instanceof Refusal.UpToDate upToDate ? upToDate(upToDate) : limits(refusal);
    }

    private static Explanation upToDate(Refusal.UpToDate upToDate) {
        if (upToDate.held().isEmpty()) {
            return new Explanation("DT-RESOLVE-005", "Everything is up to date.", "Nothing needs to be done.");
        }
        return new Explanation(
                "DT-RESOLVE-005",
                "Nothing can be updated:\n"
                        + upToDate.held().values().stream()
                                .map(refusal -> "  " + Explanation.of(refusal).message())
                                .collect(Collectors.joining("\n")),
                "Run explain with one of the features to see what would help.");
    }

    private static Explanation limits(Refusal refusal) {
        if (refusal instanceof Refusal.TooComplex complex) {
            return new Explanation(
                    "DT-RESOLVE-010",
                    about(refusal) + " could not be planned: " + complex.limit() + ".",
                    refusal.featureId().isEmpty()
                            ? "Update one feature after the other, or remove repositories."
                            : "Ask for one version, as in install " + complex.featureId()
                                    + "@[1,2), or remove repositories.");
        }
        if (refusal instanceof Refusal.Cancelled) {
            return new Explanation(
                    "DT-RESOLVE-017", about(refusal) + " was not planned: it was cancelled.", "Ask again.");
        }
        return new Explanation(
                "DT-RESOLVE-009",
                about(refusal) + " cannot be looked for: no repository is known, or none of them can be read.",
                "Give one with --repository URL.");
    }

    private static String about(Refusal refusal) {
        return refusal.featureId().isEmpty() ? "The update" : Words.feature(refusal.featureId());
    }
}
