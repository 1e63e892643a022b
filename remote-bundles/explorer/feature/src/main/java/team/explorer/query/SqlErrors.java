package team.explorer.query;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** Turns what H2 throws into what a person can act on. */
final class SqlErrors {

    private static final Pattern MARKED = Pattern.compile(
            "Syntax error in SQL statement \"(.*?)\"(?:; expected \"(.*?)\")?(?:; SQL statement:.*)?", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[0-9a-fA-F]{4}|\\\\)");
    private static final String MARK = "[*]";
    private static final int FEW = 6;

    private SqlErrors() {}

    static SqlProblem problem(SQLException error, String sql) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        return switch (error.getErrorCode()) {
            case ErrorCode.STATEMENT_WAS_CANCELED -> SqlProblem.cancelled(error);
            case ErrorCode.SYNTAX_ERROR_1, ErrorCode.SYNTAX_ERROR_2 -> syntax(message, sql, error);
            case ErrorCode.COLUMN_NOT_FOUND_1 -> unknown("column", message, sql, error);
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1 -> unknown("table", message, sql, error);
            case ErrorCode.FUNCTION_NOT_FOUND_1 -> unknown("function", message, sql, error);
            case ErrorCode.ADMIN_RIGHTS_REQUIRED, ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1 ->
                new SqlProblem(
                        "Questions may only read the open tables, not files or settings.",
                        OptionalInt.empty(),
                        false,
                        error);
            default -> new SqlProblem(firstSentence(message), OptionalInt.empty(), false, error);
        };
    }

    private static SqlProblem syntax(String message, String sql, SQLException error) {
        Matcher marked = MARKED.matcher(message.replaceFirst(" \\[\\d+-\\d+]$", ""));
        if (!marked.matches()) {
            return new SqlProblem(firstSentence(message), OptionalInt.empty(), false, error);
        }
        int mark = marked.group(1).indexOf(MARK);
        int position = mark < 0
                ? sql.length()
                : Math.min(
                        sql.length(), plain(marked.group(1).substring(0, mark)).length());
        return new SqlProblem(
                "The SQL can't be read " + near(sql, position) + expected(marked.group(2)) + ".",
                OptionalInt.of(position),
                false,
                error);
    }

    /** H2 doubles quotes and writes what isn't printable ASCII in hexadecimal. */
    private static String plain(String quoted) {
        return ESCAPE.matcher(quoted.replace("\"\"", "\"")).replaceAll("?");
    }

    private static String near(String sql, int position) {
        Matcher word = Pattern.compile("\\w+|\\S").matcher(sql);
        return word.find(position) ? "at “" + word.group() + "”" : "at its end, something is missing";
    }

    /** A long list of what would have been possible helps nobody. */
    private static String expected(String list) {
        if (list == null) {
            return "";
        }
        List<String> words = List.of(list.split(", "));
        return words.size() > FEW ? "" : "; possible here: " + String.join(", ", words);
    }

    private static SqlProblem unknown(String what, String message, String sql, SQLException error) {
        Matcher quoted = QUOTED.matcher(message);
        if (!quoted.find()) {
            return new SqlProblem(firstSentence(message), OptionalInt.empty(), false, error);
        }
        String name = quoted.group(1).substring(quoted.group(1).lastIndexOf('.') + 1);
        return new SqlProblem(
                "There is no " + what + " “" + name + "”." + advice(what), position(sql, name), false, error);
    }

    private static String advice(String what) {
        return switch (what) {
            case "table" -> " The open tables are listed on the left.";
            case "column" -> " Texts are written in 'single quotes'; the columns are listed on the left.";
            default -> "";
        };
    }

    private static OptionalInt position(String sql, String name) {
        Matcher word = Pattern.compile(
                        "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sql);
        return word.find() ? OptionalInt.of(word.start()) : OptionalInt.empty();
    }

    private static String firstSentence(String message) {
        String sentence = message.replaceFirst("(?s); SQL statement:.*", "").replaceFirst(" \\[\\d+-\\d+]$", "");
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
