package dev.dovetail.publisher.repository;

import java.util.regex.Pattern;

/**
 * Names of bundles: one name, {@code prefix.*} for all that begin with {@code prefix.}, or {@code *} for all. Two patterns
 * have either no name in common, or one covers the other.
 *
 * @param text as it is written
 */
public record NamePattern(String text) {

    private static final Pattern FORM = Pattern.compile("\\*|[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*(\\.\\*)?");

    /** Checks the form. */
    public NamePattern {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected a bundle's name, a prefix such as acme.charts.*, or *; found \"" + text + "\"");
        }
    }

    /**
     * @param other another pattern
     * @return whether every name of the other is also one of this
     */
    public boolean covers(NamePattern other) {
        return text.endsWith("*")
                ? other.text.startsWith(text.substring(0, text.length() - 1))
                : text.equals(other.text);
    }

    /**
     * @param other another pattern
     * @return whether there are names of both
     */
    public boolean meets(NamePattern other) {
        return covers(other) || other.covers(this);
    }

    /** @return the target paths of such bundles' jars, as a delegation has them */
    String path() {
        return "bundles/" + text + "/*";
    }

    /** The pattern of a delegation's path, if it is one that {@link #path()} makes. */
    static java.util.Optional<NamePattern> ofPath(String path) {
        String prefix = "bundles/";
        if (!path.startsWith(prefix) || !path.endsWith("/*")) {
            return java.util.Optional.empty();
        }
        String name = path.substring(prefix.length(), path.length() - 2);
        return FORM.matcher(name).matches() ? java.util.Optional.of(new NamePattern(name)) : java.util.Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
