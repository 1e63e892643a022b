package dev.dovetail.shell.history;

import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Generation.Added;
import dev.dovetail.federation.Generation.Change;
import dev.dovetail.federation.Generation.Lowered;
import dev.dovetail.federation.Generation.Raised;
import dev.dovetail.federation.Generation.Removed;
import java.util.List;

/** What going back does, in words. */
final class ChangeText {

    private ChangeText() {}

    static String of(Change change) {
        if (change instanceof Added added) {
            return added.title() + " " + added.version() + " comes back";
        }
        if (change instanceof Removed removed) {
            return removed.title() + " " + removed.version() + " goes";
        }
        if (change instanceof Raised raised) {
            return raised.title() + " " + raised.from() + " → " + raised.to();
        }
        Lowered lowered = (Lowered) change;
        return lowered.title() + " " + lowered.from() + " → " + lowered.to();
    }

    static String icon(Change change) {
        return switch (kind(change)) {
            case "added" -> "plus";
            case "removed" -> "minus";
            case "raised" -> "arrow-up";
            default -> "arrow-down";
        };
    }

    static String kind(Change change) {
        if (change instanceof Added) {
            return "added";
        }
        if (change instanceof Removed) {
            return "removed";
        }
        return change instanceof Raised ? "raised" : "lowered";
    }

    /** What data a version can read is nobody's to know but its own, so it is said of each that moves down. */
    static String question(Generation generation) {
        List<String> lowered = generation.changes().stream()
                .filter(Lowered.class::isInstance)
                .map(Change::title)
                .toList();
        boolean removes = generation.changes().stream().anyMatch(Removed.class::isInstance);
        String warning = lowered.isEmpty()
                ? "What is open stays open."
                : among(lowered) + (lowered.size() == 1 ? " moves" : " move")
                        + " to an older version, which may not read what the newer one has saved since.";
        return warning + (removes ? " Tabs of what goes are closed; its data is kept." : "");
    }

    private static String among(List<String> titles) {
        if (titles.size() == 1) {
            return titles.get(0);
        }
        return String.join(", ", titles.subList(0, titles.size() - 1)) + " and " + titles.get(titles.size() - 1);
    }
}
