package dev.dovetail.provisioner.gate;

import java.util.List;

/**
 * A set of dotted names, of bundles or of packages: each pattern is a name, {@code prefix.*} for all names that begin with
 * {@code prefix.}, or {@code *} for all.
 *
 * @param patterns in any order
 */
public record NamePatterns(List<String> patterns) {

    /** No name at all. */
    public static final NamePatterns NONE = new NamePatterns(List.of());

    /** Every name. */
    public static final NamePatterns ALL = new NamePatterns(List.of("*"));

    /** Copies the list and checks the form. */
    public NamePatterns {
        patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            String name = pattern.endsWith(".*") ? pattern.substring(0, pattern.length() - 2) : pattern;
            if (!pattern.equals("*") && !Names.isDotted(name)) {
                throw new IllegalArgumentException(
                        "Expected a name, prefix.* or *, found: \"" + Names.printable(pattern) + '"');
            }
        }
    }

    /**
     * @param patterns names, {@code prefix.*} or {@code *}
     * @return the set of them
     */
    public static NamePatterns of(String... patterns) {
        return new NamePatterns(List.of(patterns));
    }

    /**
     * @param name a name
     * @return whether a pattern covers it
     */
    public boolean match(String name) {
        for (String pattern : patterns) {
            if (covers(pattern, name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param others other patterns
     * @return whether there can be a name that both cover
     */
    public boolean overlaps(NamePatterns others) {
        return patterns.stream().anyMatch(mine -> others.patterns.stream().anyMatch(theirs -> overlap(mine, theirs)));
    }

    private static boolean overlap(String mine, String theirs) {
        return covers(mine, theirs) || covers(theirs, mine);
    }

    private static boolean covers(String pattern, String name) {
        return pattern.endsWith("*") ? name.regionMatches(0, pattern, 0, pattern.length() - 1) : pattern.equals(name);
    }

    /** @return the patterns, for people */
    @Override
    public String toString() {
        return patterns.isEmpty() ? "none" : String.join(", ", patterns);
    }
}
