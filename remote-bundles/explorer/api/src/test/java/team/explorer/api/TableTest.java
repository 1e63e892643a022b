package team.explorer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final TableInfo INFO = new TableInfo("moons", "Moons", 2);
    private static final List<Column> COLUMNS =
            List.of(new Column("name", Column.Kind.TEXT), new Column("radius", Column.Kind.NUMBER));

    @Test
    void keepsItsOwnCopyOfTheRows() {
        List<String> row = new ArrayList<>(List.of("Io", "1821.6"));
        Table table = new Table(INFO, COLUMNS, List.of(row));

        row.set(0, "Europa");

        assertThat(table.rows()).containsExactly(List.of("Io", "1821.6"));
    }

    @Test
    void refusesARowThatIsTooShort() {
        List<List<String>> rows = List.of(List.of("Io", "1821.6"), List.of("Europa"));

        assertThatThrownBy(() -> new Table(INFO, COLUMNS, rows))
                .hasMessage("Expected 2 cells in every row, found 1 in row 2");
    }

    @Test
    void refusesANegativeNumberOfRows() {
        assertThatThrownBy(() -> new TableInfo("moons", "Moons", -1))
                .hasMessage("Expected zero or more rows in the table moons, found: -1");
    }
}
