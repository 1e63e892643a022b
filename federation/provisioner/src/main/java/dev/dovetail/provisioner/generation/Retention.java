package dev.dovetail.provisioner.generation;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many generations are kept, besides those that somebody needs: the one in force, the last good one, those that a
 * person pinned, those that have what a version on probation would go back to. Pure.
 *
 * @param newest how many of the newest stay, 1 or more
 */
public record Retention(int newest) {

    /** What is usual. */
    public static final Retention USUAL = new Retention(5);

    /** Checks the number. */
    public Retention {
        if (newest < 1) {
            throw new IllegalArgumentException("Expected to keep 1 generation or more, found: " + newest);
        }
    }

    /**
     * @param kept all generations there are
     * @param needed those that somebody needs
     * @return those to let go, oldest first
     */
    public NavigableSet<Long> surplus(NavigableSet<Long> kept, Set<Long> needed) {
        NavigableSet<Long> surplus = new TreeSet<>(kept);
        surplus.removeAll(needed);
        kept.stream().skip(Math.max(0, kept.size() - newest)).forEach(surplus::remove);
        return surplus;
    }
}
