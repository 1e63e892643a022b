package team.explorer.view;

import java.util.OptionalInt;
import team.explorer.query.SqlProblem;

/**
 * A question that failed.
 *
 * @param sql the statement
 * @param start where the statement began in the editor
 * @param problem what is wrong
 */
record Failure(String sql, int start, SqlProblem problem) {

    /** Where in the editor, if that is known. */
    OptionalInt place() {
        OptionalInt position = problem.position();
        return position.isPresent() ? OptionalInt.of(start + position.getAsInt()) : position;
    }

    String text() {
        OptionalInt position = problem.position();
        return position.isEmpty() ? problem.getMessage() : where(position.getAsInt()) + ": " + problem.getMessage();
    }

    private String where(int position) {
        String before = sql.substring(0, Math.min(position, sql.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return "Line " + line + ", column " + column;
    }
}
