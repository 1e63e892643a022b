package team.explorer.api;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param kind what its cells are
 */
public record Column(String name, Kind kind) {

    /** What the cells of a column are. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** Plain decimal numbers, such as {@code -12.5}. */
        NUMBER,
        /** Dates as ISO 8601 writes them, such as {@code 1969-07-20}. */
        DATE
    }

    /** Checks that nothing is missing. */
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }
}
