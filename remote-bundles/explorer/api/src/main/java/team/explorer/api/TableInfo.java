package team.explorer.api;

import java.util.Objects;

/**
 * A table on offer.
 *
 * @param id its name towards features: unique in its source, and for tables of files the same after a restart
 * @param title its name towards people
 * @param rows how many rows it has
 */
public record TableInfo(String id, String title, long rows) {

    /** Checks that nothing is missing and that the number of rows is possible. */
    public TableInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        if (rows < 0) {
            throw new IllegalArgumentException("Expected zero or more rows in the table " + id + ", found: " + rows);
        }
    }
}
