package team.explorer.query;

import java.time.Duration;
import java.util.List;
import team.explorer.api.Column;

/**
 * One page of what a query found; immutable.
 *
 * @param question what was asked
 * @param columns the columns
 * @param rows the rows of this page
 * @param total how many rows there are on all pages
 * @param took how long it took
 */
public record Answer(Question question, List<Column> columns, List<List<String>> rows, long total, Duration took) {

    /** Copies the lists. */
    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @return how many pages there are; one when there is no row */
    public int pages() {
        return (int) Math.max(1, (total + Question.PAGE_SIZE - 1) / Question.PAGE_SIZE);
    }
}
