package dev.dovetail.trust.metadata;

import java.util.ArrayList;
import java.util.List;

/** One element of a path pattern. */
sealed interface Glyph {

    /** Whether the element may stand for this character. */
    boolean accepts(int character);

    /** Any number of characters, of those that it accepts. */
    enum Star implements Glyph {
        STAR;

        @Override
        public boolean accepts(int character) {
            return character != '/';
        }
    }

    /** Any one character. */
    enum One implements Glyph {
        ONE;

        @Override
        public boolean accepts(int character) {
            return character != '/';
        }
    }

    /** Itself. */
    record Exactly(int wanted) implements Glyph {

        @Override
        public boolean accepts(int character) {
            return character == wanted;
        }
    }

    /** A span of characters, both ends included. */
    record Span(int first, int last) {}

    /** One character of some spans, or of none of them. */
    record Among(boolean others, List<Span> spans) implements Glyph {

        @Override
        public boolean accepts(int character) {
            return character != '/'
                    && others != spans.stream().anyMatch(span -> span.first <= character && character <= span.last);
        }
    }

    /** A bracket that is not closed before the next slash stands for itself. */
    static List<Glyph> parse(int[] pattern) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int at = 0; at < pattern.length; at++) {
            int close = pattern[at] == '[' ? closing(pattern, at) : -1;
            glyphs.add(
                    switch (pattern[at]) {
                        case '*' -> Star.STAR;
                        case '?' -> One.ONE;
                        default -> close < 0 ? new Exactly(pattern[at]) : among(pattern, at + 1, close);
                    });
            at = Math.max(at, close);
        }
        return glyphs;
    }

    /** The first character in brackets may be the closing one itself. */
    private static int closing(int[] pattern, int open) {
        int first = open + 1 < pattern.length && pattern[open + 1] == '!' ? open + 2 : open + 1;
        for (int i = first; i < pattern.length && pattern[i] != '/'; i++) {
            if (pattern[i] == ']' && i > first) {
                return i;
            }
        }
        return -1;
    }

    private static Among among(int[] pattern, int open, int close) {
        boolean others = pattern[open] == '!';
        List<Span> spans = new ArrayList<>();
        for (int i = others ? open + 1 : open; i < close; i++) {
            if (i + 2 < close && pattern[i + 1] == '-') {
                spans.add(new Span(pattern[i], pattern[i + 2]));
                i += 2;
            } else {
                spans.add(new Span(pattern[i], pattern[i]));
            }
        }
        return new Among(others, List.copyOf(spans));
    }
}
