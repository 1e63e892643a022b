package team.dashboard.board;

import dev.dovetail.api.Values;

/** The views that a board can be made of. They belong to other teams, and are known by name alone. */
public enum Source {
    /** Rows of a table. */
    TABLE("explorer.tables", "Table"),
    /** A chart of a table. */
    CHART("charts.board", "Chart");

    private final String viewId;
    private final String title;

    Source(String viewId, String title) {
        this.viewId = viewId;
        this.title = title;
    }

    /** @return the view's name */
    public String viewId() {
        return viewId;
    }

    /** @return what people read */
    public String title() {
        return title;
    }

    /**
     * @param table the table's id
     * @param sql what to ask of it; empty for all of it
     * @param kind the kind of chart; empty for whatever suits
     * @return what the view is given
     */
    public Values asking(String table, String sql, String kind) {
        Values values = Values.EMPTY.with("compact", "true").with("table", table);
        if (this == TABLE && !sql.isBlank()) {
            values = values.with("sql", sql);
        }
        return this == CHART && !kind.isBlank() ? values.with("kind", kind) : values;
    }
}
