package team.dashboard.board;

import dev.dovetail.api.Values;

/** What a panel that follows makes of what is chosen elsewhere: another table, or another column of it. */
final class Following {

    private Following() {}

    static Values next(Values now, String event, Values told) {
        return switch (event) {
            case "selection" ->
                told.text("column").map(column -> column(now, told, column)).orElse(now);
            case "answer" -> told.text("table").map(table -> table(now, table)).orElse(now);
            default -> now;
        };
    }

    private static Values column(Values now, Values told, String column) {
        Values shown = told.text("table").map(table -> table(now, table)).orElse(now);
        return column.equals("#") ? shown : shown.with("series", column);
    }

    // Another table has other columns.
    private static Values table(Values now, String table) {
        if (now.text("table").filter(table::equals).isPresent()) {
            return now;
        }
        java.util.Map<String, Object> kept = new java.util.TreeMap<>(now.all());
        kept.remove("series");
        kept.remove("x");
        return Values.of(kept).with("table", table);
    }
}
