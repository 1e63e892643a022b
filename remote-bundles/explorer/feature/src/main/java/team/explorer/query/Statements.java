package team.explorer.query;

import java.util.ArrayList;
import java.util.List;

/** Finds the statements in what was typed. Semicolons in quotes and comments don't end one. */
public final class Statements {

    /**
     * One statement.
     *
     * @param text the statement without blanks around it and without its semicolon
     * @param start where it begins in what was typed
     */
    public record Statement(String text, int start) {}

    private final String typed;
    private final List<Statement> found = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private Statements(String typed) {
        this.typed = typed;
    }

    /**
     * @param typed any text
     * @param caret a position in it
     * @return the statement around the caret, else the last one before it, else the first
     * @throws SqlProblem when there is no statement at all
     */
    public static Statement at(String typed, int caret) throws SqlProblem {
        Statements statements = new Statements(typed);
        statements.split();
        for (int i = 0; i < statements.found.size(); i++) {
            if (caret <= statements.ends.get(i) || i == statements.found.size() - 1) {
                return statements.found.get(i);
            }
        }
        throw SqlProblem.at(0, "There is nothing to run. Type a query, for instance SELECT * FROM and a table's name.");
    }

    private void split() {
        int start = 0;
        for (int i = 0; i < typed.length(); i = next(i)) {
            if (typed.charAt(i) == ';') {
                add(start, i);
                start = i + 1;
            }
        }
        add(start, typed.length());
    }

    /** Where to look on: behind a quoted text or a comment that begins here, else at the next character. */
    private int next(int i) {
        char c = typed.charAt(i);
        if (c == '\'' || c == '"') {
            return behind(String.valueOf(c), i + 1);
        }
        if (typed.startsWith("--", i)) {
            return behind("\n", i + 2);
        }
        return typed.startsWith("/*", i) ? behind("*/", i + 2) : i + 1;
    }

    private int behind(String end, int from) {
        int at = typed.indexOf(end, from);
        return at < 0 ? typed.length() : at + end.length();
    }

    private void add(int start, int end) {
        String text = typed.substring(start, end);
        if (!text.isBlank()) {
            int indent = text.length() - text.stripLeading().length();
            found.add(new Statement(text.strip(), start + indent));
            ends.add(end);
        }
    }
}
