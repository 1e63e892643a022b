package team.charts.plot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import team.explorer.api.Column;
import team.explorer.api.Table;

/** Reads a table's texts as numbers and days. What can't be read is missing, never an error. */
final class Cells {

    private static final double SECONDS = 86_400;

    private Cells() {}

    static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble days(String text) {
        try {
            return OptionalDouble.of(parse(text));
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble position(Column column, String text) {
        return column.kind() == Column.Kind.DATE ? days(text) : number(text);
    }

    static String at(Table table, int row, int column) {
        List<String> cells = table.rows().get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    static int index(Table table, String name) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    private static double parse(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).toEpochDay();
        }
        String iso = text.replace(' ', 'T');
        LocalDateTime time = text.endsWith("Z") || iso.lastIndexOf('+') > 0
                ? OffsetDateTime.parse(iso).toLocalDateTime()
                : LocalDateTime.parse(iso);
        LocalTime clock = time.toLocalTime();
        return time.toLocalDate().toEpochDay() + clock.toSecondOfDay() / SECONDS;
    }
}
