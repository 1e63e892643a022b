package team.explorer.api;

import java.util.List;
import java.util.Objects;

/**
 * A table's columns and its first rows; immutable. Every cell is a text: numbers as plain decimals, dates as ISO 8601
 * writes them, and the empty text where there is no value.
 *
 * @param info which table this is; its number of rows counts all of them, not only those that were read
 * @param columns the columns, copied
 * @param rows the rows that were read, each as long as there are columns; copied
 */
public record Table(TableInfo info, List<Column> columns, List<List<String>> rows) {

    /** Copies the lists and checks that every row has a cell for every column. */
    public Table {
        Objects.requireNonNull(info, "info");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (int i = 0; i < rows.size(); i++) {
            requireWidth(columns.size(), rows.get(i).size(), i + 1);
        }
    }

    private static void requireWidth(int expected, int found, int row) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "Expected " + expected + " cells in every row, found " + found + " in row " + row);
        }
    }
}
