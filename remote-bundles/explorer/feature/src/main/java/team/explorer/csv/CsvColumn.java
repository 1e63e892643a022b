package team.explorer.csv;

import java.math.BigDecimal;
import team.explorer.api.Column;

/**
 * A column of a file, and how wide its numbers are.
 *
 * @param column its name and what it holds
 * @param digits how many digits the longest number has before the point; zero when the column isn't numeric
 * @param decimals how many it has behind it
 */
public record CsvColumn(Column column, int digits, int decimals) {

    /**
     * @param cell a cell of this column as it is in the file
     * @return the cell as tables show it: numbers as plain decimals, dates without blanks around them
     */
    public String plain(String cell) {
        String text = cell.strip();
        if (column.kind() == Column.Kind.TEXT) {
            return cell;
        }
        return text.isEmpty() || column.kind() == Column.Kind.DATE ? text : new BigDecimal(text).toPlainString();
    }
}
