package dev.dovetail.trust.metadata;

import java.util.List;

/**
 * A shell's pattern for paths: {@code *} stands for any characters, {@code ?} for one, {@code [a-z]} for one of those and
 * {@code [!a-z]} for one of the others, and none of them for a {@code /}. Everything else stands for itself; upper and
 * lower case differ.
 *
 * <p>Patterns are strangers' too: matching takes at most the pattern's length times the path's.
 *
 * @param pattern as it is written, of at most {@value #LONGEST} characters
 */
public record PathPattern(String pattern) {

    /** How long a pattern may be. */
    public static final int LONGEST = 1024;

    /** Checks the length. */
    public PathPattern {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected path patterns of at most " + LONGEST + " characters, found one of " + pattern.length());
        }
    }

    /**
     * @param path a target path
     * @return whether it matches
     */
    public boolean matches(String path) {
        return matches(
                Glyph.parse(pattern.codePoints().toArray()), path.codePoints().toArray());
    }

    /**
     * Where something doesn't fit, the last star takes one character more. Earlier stars need no second try: the less they
     * took, the more is left for what follows, and none takes a slash.
     */
    private static boolean matches(List<Glyph> glyphs, int[] path) {
        int glyph = 0;
        int afterStar = -1;
        int taken = 0;
        int at = 0;
        while (at < path.length) {
            if (glyph < glyphs.size() && glyphs.get(glyph) == Glyph.Star.STAR) {
                afterStar = ++glyph;
                taken = at;
            } else if (glyph < glyphs.size() && glyphs.get(glyph).accepts(path[at])) {
                glyph++;
                at++;
            } else if (afterStar >= 0 && Glyph.Star.STAR.accepts(path[taken])) {
                glyph = afterStar;
                at = ++taken;
            } else {
                return false;
            }
        }
        while (glyph < glyphs.size() && glyphs.get(glyph) == Glyph.Star.STAR) {
            glyph++;
        }
        return glyph == glyphs.size();
    }
}
