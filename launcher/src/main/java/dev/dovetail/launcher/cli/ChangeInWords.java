package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Generation.Change;

/** What going back does to a feature, in words. */
final class ChangeInWords {

    private ChangeInWords() {}

    static String of(Change change) {
        if (change instanceof Generation.Added added) {
            return added.title() + " " + added.version() + " comes back";
        }
        if (change instanceof Generation.Removed removed) {
            return removed.title() + " " + removed.version() + " goes";
        }
        if (change instanceof Generation.Raised raised) {
            return raised.title() + " moves up from " + raised.from() + " to " + raised.to();
        }
        Generation.Lowered lowered = (Generation.Lowered) change;
        return lowered.title() + " moves down from " + lowered.from() + " to " + lowered.to();
    }
}
