package dev.dovetail.shell.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well typed letters fit a text: all of them must occur, in order. Beginnings of words and letters in a row count
 * more, gaps count less.
 *
 * @param score higher is better
 * @param positions where the letters were found
 */
public record FuzzyMatch(int score, List<Integer> positions) {

    private static final int START_OF_WORD = 12;
    private static final int IN_A_ROW = 8;
    private static final int FIRST_LETTER = 6;

    /** Copies the list. */
    public FuzzyMatch {
        positions = List.copyOf(positions);
    }

    /**
     * @param typed what was typed; blanks are ignored
     * @param text where to find it
     * @return the best match, or empty
     */
    public static Optional<FuzzyMatch> of(String typed, String text) {
        String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            lower = text;
        }
        Optional<FuzzyMatch> best = Optional.empty();
        for (int from = 0; from <= Math.max(0, lower.length() - letters.length()); from++) {
            Optional<FuzzyMatch> match = greedy(letters, lower, from);
            if (match.isPresent()
                    && (best.isEmpty() || match.get().score() > best.get().score())) {
                best = match;
            }
        }
        return best;
    }

    private static Optional<FuzzyMatch> greedy(String letters, String text, int from) {
        List<Integer> positions = new ArrayList<>();
        int at = from;
        for (int n = 0; n < letters.length(); n++) {
            at = text.indexOf(letters.charAt(n), at);
            if (at < 0) {
                return Optional.empty();
            }
            positions.add(at++);
        }
        return Optional.of(new FuzzyMatch(score(text, positions), positions));
    }

    private static int score(String text, List<Integer> positions) {
        int score = 0;
        for (int n = 0; n < positions.size(); n++) {
            int at = positions.get(n);
            int gap = n == 0 ? 0 : at - positions.get(n - 1) - 1;
            score += startsWord(text, at) ? START_OF_WORD : 0;
            score += at == 0 ? FIRST_LETTER : 0;
            score += n > 0 && gap == 0 ? IN_A_ROW : -Math.min(gap, 5);
        }
        return score;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
