package team.charts.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import team.charts.api.ChartRequest;
import team.explorer.api.Column;
import team.explorer.api.Table;

/** Makes a plot of a table: gathers rows, keeps it to as many marks as can be seen, and says so. */
public final class Plotting {

    static final String NO_TEXT = "(empty)";

    private final Table table;
    private final ChartRequest choice;
    private final int x;
    private final int[] columns;

    private Plotting(Table table, ChartRequest choice) {
        this.table = table;
        this.choice = choice;
        this.x = Cells.index(table, choice.x());
        this.columns = choice.series().stream()
                .mapToInt(name -> Cells.index(table, name))
                .toArray();
    }

    /**
     * @param table the table, as far as it was read
     * @param choice what to draw of it, {@linkplain Choosing#fit fitting} the table
     * @return the plot; without series when there is nothing to draw
     */
    public static Plot plot(Table table, ChartRequest choice) {
        Plotting plotting = new Plotting(table, choice);
        if (plotting.x < 0 || plotting.columns.length == 0) {
            return Plot.NONE;
        }
        return switch (choice.kind()) {
            case BAR -> new Bars(plotting).plot();
            case LINE -> plotting.line();
            case SCATTER -> plotting.scatter();
        };
    }

    private Plot line() {
        if (column().kind() == Column.Kind.TEXT) {
            return new Bars(this).inOrder();
        }
        Groups<Double> groups = Groups.sorted(names());
        eachPosition(groups::add);
        List<Series> series = groups.series(groups.keys(), (position, at) -> position);
        boolean summed = groups.keys().size() < rows();
        return of(axis(), thin(series), summed ? "Rows with the same %s are added up".formatted(choice.x()) : "");
    }

    private Plot scatter() {
        if (column().kind() == Column.Kind.TEXT) {
            return new Bars(this).strips();
        }
        List<List<Point>> points = new ArrayList<>();
        names().forEach(name -> points.add(new ArrayList<>()));
        eachPosition((position, values) -> IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .forEach(i -> points.get(i).add(new Point(position, values[i]))));
        return of(axis(), thin(named(points)), "A dot for each row");
    }

    Plot of(XAxis axis, List<Series> series, String how) {
        return new Plot(choice.kind(), choice.x(), axis, series, note(series, how));
    }

    List<Series> named(List<List<Point>> points) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> new Series(names().get(i), points.get(i)))
                .toList();
    }

    List<Series> thin(List<Series> series) {
        return Thinning.thin(series, choice.kind());
    }

    /** Calls back with each row whose x is a number or a date. */
    void eachPosition(BiConsumer<Double, double[]> row) {
        for (int at = 0; at < rows(); at++) {
            OptionalDouble position = Cells.position(column(), Cells.at(table, at, x));
            if (position.isPresent()) {
                row.accept(position.getAsDouble(), values(at));
            }
        }
    }

    void eachText(BiConsumer<String, double[]> row) {
        for (int at = 0; at < rows(); at++) {
            String text = Cells.at(table, at, x);
            row.accept(text.isBlank() ? NO_TEXT : text, values(at));
        }
    }

    Column column() {
        return table.columns().get(x);
    }

    List<String> names() {
        return choice.series();
    }

    private int rows() {
        return table.rows().size();
    }

    private XAxis axis() {
        return column().kind() == Column.Kind.DATE ? new XAxis.Dates() : new XAxis.Numbers();
    }

    private double[] values(int row) {
        return IntStream.of(columns)
                .mapToDouble(
                        column -> Cells.number(Cells.at(table, row, column)).orElse(Double.NaN))
                .toArray();
    }

    private String note(List<Series> series, String how) {
        List<String> parts = new ArrayList<>();
        if (!how.isEmpty()) {
            parts.add(how);
        }
        parts.add(
                table.info().rows() > rows()
                        ? "the first %,d of %,d rows"
                                .formatted(rows(), table.info().rows())
                        : String.format(Locale.ENGLISH, rows() == 1 ? "1 row" : "%,d rows", rows()));
        if (Thinning.wasNeeded(series)) {
            parts.add("thinned out for the screen");
        }
        return String.join(" · ", parts);
    }
}
