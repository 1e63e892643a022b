package team.explorer.tables;

import java.util.List;
import team.explorer.api.Column;
import team.explorer.api.TableInfo;
import team.explorer.csv.CsvFile;
import team.explorer.query.Identifiers;

/**
 * A file that is open as a table.
 *
 * @param name what SQL calls it
 * @param file the file and its shape
 */
public record OpenTable(String name, CsvFile file) {

    /** @return its id in the {@link team.explorer.api.TableSource} */
    public String id() {
        return file.source().id();
    }

    /** @return how many rows it has */
    public long rows() {
        return file.shape().rows();
    }

    /** @return its columns */
    public List<Column> columns() {
        return file.columns();
    }

    /** @return SQL that shows all of it */
    public String select() {
        return "SELECT * FROM " + Identifiers.readable(name);
    }

    TableInfo info() {
        return new TableInfo(id(), name, rows());
    }
}
