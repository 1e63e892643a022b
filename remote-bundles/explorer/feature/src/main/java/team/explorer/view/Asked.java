package team.explorer.view;

import dev.dovetail.api.Values;
import java.util.List;
import java.util.Optional;
import team.explorer.api.Column;
import team.explorer.query.Answer;
import team.explorer.tables.OpenTable;

/**
 * What a route, or a view that embeds the Explorer, asks it to show: {@code table} (an id, such as {@code sample:co2}),
 * {@code sql} (a statement; all of the table when it is missing) and {@code compact} (the rows alone).
 *
 * @param values the parameters
 */
record Asked(Values values) {

    boolean compact() {
        return values.flag("compact").orElse(false);
    }

    Optional<String> table() {
        return values.text("table");
    }

    /** What to ask, once the table is open. */
    String sql(OpenTable open) {
        return sql().orElseGet(open::select);
    }

    Optional<String> sql() {
        return values.text("sql").filter(text -> !text.isBlank());
    }

    /** What is told of an answer: the table's id, the statement, the columns and how many rows there are. */
    static Values answered(String table, Answer answer) {
        return Values.EMPTY
                .with("table", table)
                .with("sql", answer.question().sql())
                .with("columns", answer.columns().stream().map(Column::name).toList())
                .with("rows", answer.total());
    }

    /** What is told of a cell that a person chose: where it is, and the row's cells. */
    static Values chosen(String table, String column, List<String> cells) {
        return Values.EMPTY.with("table", table).with("column", column).with("cells", cells);
    }
}
