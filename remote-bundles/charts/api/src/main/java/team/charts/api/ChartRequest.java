package team.charts.api;

import java.util.List;
import java.util.Objects;

/**
 * What to draw.
 *
 * @param kind the kind of chart
 * @param tableId the table, by its id in a table source
 * @param x the name of the column on the x axis; empty when charts is to choose
 * @param series the names of the columns that are drawn; empty when charts is to choose
 */
public record ChartRequest(Kind kind, String tableId, String x, List<String> series) {

    /** How the numbers are drawn. */
    public enum Kind {
        /** A bar for each value, side by side for each x. */
        BAR,
        /** A line through the values. */
        LINE,
        /** A dot for each value. */
        SCATTER
    }

    /** Checks that nothing is missing, and copies the list. */
    public ChartRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(tableId, "tableId");
        Objects.requireNonNull(x, "x");
        series = List.copyOf(series);
    }
}
