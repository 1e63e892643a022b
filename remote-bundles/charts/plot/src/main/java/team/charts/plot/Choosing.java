package team.charts.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Column;
import team.explorer.api.Table;

/** Chooses what to draw of a table: as asked for where that is possible, and something sensible where it isn't. */
public final class Choosing {

    private static final int FIRST_SERIES = 3;
    private static final double COMPARABLE = 12;
    private static final int SAMPLE = 500;

    private Choosing() {}

    /**
     * @param table the table
     * @return a chart of it that nobody asked for in particular
     */
    public static ChartRequest first(Table table) {
        String x = firstX(table);
        return new ChartRequest(kindFor(table, x), table.info().id(), x, firstSeries(table, x));
    }

    /**
     * @param table the table
     * @param wanted what was asked for, perhaps of an earlier shape of the table
     * @return the same, without columns that aren't there (any more), and with what was left open
     */
    public static ChartRequest fit(Table table, ChartRequest wanted) {
        String x = column(table, wanted.x()).map(Column::name).orElseGet(() -> firstX(table));
        List<String> series = wanted.series().stream()
                .distinct()
                .filter(name -> !name.equals(x) && isNumber(table, name))
                .limit(Plot.MOST_SERIES)
                .toList();
        return new ChartRequest(wanted.kind(), wanted.tableId(), x, series.isEmpty() ? firstSeries(table, x) : series);
    }

    /**
     * @param columns a table's columns
     * @param x the one on the x axis
     * @return the names of those that can be drawn over it
     */
    public static List<String> drawable(List<Column> columns, String x) {
        return columns.stream()
                .filter(column -> column.kind() == Column.Kind.NUMBER)
                .map(Column::name)
                .filter(name -> !name.equals(x))
                .toList();
    }

    private static Kind kindFor(Table table, String x) {
        return column(table, x)
                .map(column -> switch (column.kind()) {
                    case DATE -> Kind.LINE;
                    case TEXT -> Kind.BAR;
                    case NUMBER -> looksLikeYears(table, x) ? Kind.LINE : Kind.SCATTER;
                })
                .orElse(Kind.BAR);
    }

    private static String firstX(Table table) {
        return first(table, Column.Kind.DATE)
                .or(() -> fewestTexts(table))
                .or(() -> first(table, Column.Kind.NUMBER))
                .orElse("");
    }

    private static Optional<String> first(Table table, Column.Kind kind) {
        return table.columns().stream()
                .filter(column -> column.kind() == kind)
                .map(Column::name)
                .findFirst();
    }

    private static Optional<String> fewestTexts(Table table) {
        return table.columns().stream()
                .filter(column -> column.kind() == Column.Kind.TEXT)
                .map(Column::name)
                .filter(name -> distinct(table, name) > 1)
                .min(Comparator.comparingLong(name -> distinct(table, name) > 40 ? distinct(table, name) : 0));
    }

    private static long distinct(Table table, String name) {
        int column = Cells.index(table, name);
        return rows(table)
                .mapToObj(row -> Cells.at(table, row, column))
                .distinct()
                .count();
    }

    /** Series of one size: a share of 0.2 beside a revenue of 20,000 would be a flat line on the floor. */
    private static List<String> firstSeries(Table table, String x) {
        List<String> names = drawable(table.columns(), x).stream()
                .filter(name -> !looksLikeId(name) && !looksLikeYears(table, name))
                .toList();
        List<String> candidates = names.isEmpty() ? drawable(table.columns(), x) : names;
        if (candidates.isEmpty()) {
            return List.of();
        }
        double size = size(table, candidates.get(0));
        return candidates.stream()
                .filter(name -> size(table, name) <= size * COMPARABLE && size(table, name) * COMPARABLE >= size)
                .limit(FIRST_SERIES)
                .toList();
    }

    private static boolean looksLikeId(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.equals("id") || lower.endsWith(" id") || lower.endsWith("_id") || lower.equals("#");
    }

    private static boolean looksLikeYears(Table table, String name) {
        int column = Cells.index(table, name);
        return rows(table)
                .mapToObj(row -> Cells.number(Cells.at(table, row, column)))
                .allMatch(cell -> cell.isEmpty()
                        || cell.getAsDouble() == Math.rint(cell.getAsDouble())
                                && cell.getAsDouble() >= 1900
                                && cell.getAsDouble() <= 2100);
    }

    private static double size(Table table, String name) {
        int column = Cells.index(table, name);
        return rows(table)
                .mapToObj(row -> Cells.number(Cells.at(table, row, column)))
                .filter(java.util.OptionalDouble::isPresent)
                .mapToDouble(cell -> Math.abs(cell.getAsDouble()))
                .max()
                .orElse(0);
    }

    private static IntStream rows(Table table) {
        return IntStream.range(0, Math.min(SAMPLE, table.rows().size()));
    }

    private static boolean isNumber(Table table, String name) {
        return column(table, name)
                .filter(column -> column.kind() == Column.Kind.NUMBER)
                .isPresent();
    }

    private static Optional<Column> column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
