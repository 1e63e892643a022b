package team.explorer.csv;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What stands between two cells of a line. */
public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private static final int LINES = 20;

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    /** @return the character between two cells */
    public char character() {
        return character;
    }

    /**
     * Takes the delimiter that splits the most lines into equally many cells. The earlier one wins a draw, so a file of
     * one column has commas.
     *
     * @param head the beginning of a file
     * @return the delimiter that the file most likely uses
     */
    public static Delimiter detect(String head) {
        List<String> lines = lines(head);
        return Arrays.stream(values())
                .max(Comparator.<Delimiter>comparingLong(delimiter -> delimiter.score(lines))
                        .thenComparing(Comparator.<Delimiter>naturalOrder().reversed()))
                .orElseThrow();
    }

    private long score(List<String> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        long first = count(lines.get(0));
        return first == 0
                ? 0
                : lines.stream().filter(line -> count(line) == first).count() * 1000 + first;
    }

    private long count(String line) {
        return line.chars().filter(c -> c == character).count();
    }

    /** The lines without what is quoted: a quoted cell may hold delimiters and line ends. */
    private static List<String> lines(String head) {
        StringBuilder unquoted = new StringBuilder();
        boolean quoted = false;
        for (char c : head.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                unquoted.append(c);
            }
        }
        return unquoted.toString()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
    }
}
