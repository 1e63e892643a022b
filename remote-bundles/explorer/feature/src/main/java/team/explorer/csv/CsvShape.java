package team.explorer.csv;

import java.util.List;

/**
 * What a look through a whole file found out.
 *
 * @param delimiter what stands between cells
 * @param named whether the first line holds the names of the columns
 * @param columns the columns, copied
 * @param rows how many rows there are, without the names
 */
public record CsvShape(Delimiter delimiter, boolean named, List<CsvColumn> columns, long rows) {

    /** Copies the columns. */
    public CsvShape {
        columns = List.copyOf(columns);
    }
}
