package dev.dovetail.federation;

import java.time.Instant;
import java.util.List;

/**
 * A set of features that was in force once and can be gone back to.
 *
 * @param number its number
 * @param since when it was made
 * @param current whether it is the one in force
 * @param good whether it is the one that last showed itself to be good
 * @param pinned whether a person wants it kept
 * @param changes what going back to it would do to features, by title; empty for the one in force, and where only
 *     libraries differ
 */
public record Generation(
        long number, Instant since, boolean current, boolean good, boolean pinned, List<Change> changes) {

    /** Copies the list. */
    public Generation {
        changes = List.copyOf(changes);
    }

    /** @return whether a feature would get an older version than it has, which may not know what the newer one saved */
    public boolean lowers() {
        return changes.stream().anyMatch(Lowered.class::isInstance);
    }

    /** What going back would do to one feature. */
    public sealed interface Change {

        /** @return the feature */
        String id();

        /** @return what people call it */
        String title();
    }

    /**
     * It is not installed now, and would be.
     *
     * @param id the feature
     * @param title what people call it
     * @param version the version that comes back
     */
    public record Added(String id, String title, String version) implements Change {}

    /**
     * It is installed now, and would not be.
     *
     * @param id the feature
     * @param title what people call it
     * @param version the version that goes
     */
    public record Removed(String id, String title, String version) implements Change {}

    /**
     * It would move up.
     *
     * @param id the feature
     * @param title what people call it
     * @param from the version now
     * @param to the version then
     */
    public record Raised(String id, String title, String from, String to) implements Change {}

    /**
     * It would move down.
     *
     * @param id the feature
     * @param title what people call it
     * @param from the version now
     * @param to the version then
     */
    public record Lowered(String id, String title, String from, String to) implements Change {}
}
