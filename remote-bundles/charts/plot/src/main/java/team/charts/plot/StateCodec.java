package team.charts.plot;

import dev.dovetail.api.Memento;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Column;

/**
 * A board's state as a memento. The keys {@code table}, {@code kind}, {@code x} and {@code series} (names joined by
 * U+001F) may also be written by other features that open a board. Versions of this feature read each other's.
 */
public final class StateCodec {

    private static final String SEPARATOR = "\u001f";

    private StateCodec() {}

    /**
     * @param state a board
     * @return what is kept of it
     */
    public static Memento write(BoardState state) {
        if (!state.hasTable()) {
            return Memento.EMPTY;
        }
        Map<String, String> values = new HashMap<>();
        values.put("table", state.choice().tableId());
        values.put("kind", state.choice().kind().name());
        values.put("x", state.choice().x());
        values.put("series", String.join(SEPARATOR, state.choice().series()));
        values.put("tableTitle", state.table());
        values.put("columns", columns(state.columns()));
        values.put("title", state.title());
        values.put("hidden", Texts.join(List.copyOf(new TreeSet<>(state.hidden()))));
        values.putAll(plot(state.plot()));
        return Memento.of(values);
    }

    /**
     * @param memento what a board of any version kept, or what another feature asks for
     * @return the board; what can't be read is left out
     */
    public static BoardState read(Memento memento) {
        ChartRequest choice = new ChartRequest(
                memento.text("kind").flatMap(text -> named(Kind.values(), text)).orElse(Kind.BAR),
                memento.text("table").orElse(""),
                memento.text("x").orElse(""),
                series(memento.text("series").orElse("")));
        return new BoardState(
                choice,
                memento.text("tableTitle").orElse(""),
                columns(memento.text("columns").orElse("")),
                memento.text("title").orElse(""),
                Set.copyOf(Texts.split(memento.text("hidden").orElse(""))),
                plot(memento));
    }

    private static List<String> series(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1));
    }

    private static String columns(List<Column> columns) {
        List<String> texts = new ArrayList<>();
        columns.forEach(column -> texts.addAll(List.of(column.kind().name(), column.name())));
        return Texts.join(texts);
    }

    private static List<Column> columns(String text) {
        List<String> texts = Texts.split(text);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            String name = texts.get(i + 1);
            named(Column.Kind.values(), texts.get(i)).ifPresent(kind -> columns.add(new Column(name, kind)));
        }
        return columns;
    }

    private static Map<String, String> plot(Plot plot) {
        List<String> series = new ArrayList<>();
        plot.series().forEach(one -> series.addAll(List.of(one.name(), points(one.points()))));
        Map<String, String> values = new HashMap<>();
        values.put("plot.kind", plot.kind().name());
        values.put("plot.x", plot.x());
        values.put("plot.note", plot.note());
        values.put("plot.series", Texts.join(series));
        if (plot.axis() instanceof XAxis.Categories categories) {
            values.put("plot.labels", Texts.join(categories.labels()));
        } else {
            values.put("plot.axis", plot.axis() instanceof XAxis.Dates ? "dates" : "numbers");
        }
        return values;
    }

    private static Plot plot(Memento memento) {
        Optional<Kind> kind = memento.text("plot.kind").flatMap(text -> named(Kind.values(), text));
        XAxis axis = axis(memento);
        List<String> texts = Texts.split(memento.text("plot.series").orElse(""));
        List<Series> series = new ArrayList<>();
        for (int i = 0; i + 1 < texts.size() && series.size() < Plot.MOST_SERIES; i += 2) {
            series.add(new Series(texts.get(i), points(texts.get(i + 1), axis)));
        }
        return kind.map(one -> new Plot(
                        one,
                        memento.text("plot.x").orElse(""),
                        axis,
                        series,
                        memento.text("plot.note").orElse("")))
                .orElse(Plot.NONE);
    }

    private static XAxis axis(Memento memento) {
        return memento.text("plot.labels")
                .<XAxis>map(labels -> new XAxis.Categories(Texts.split(labels)))
                .orElseGet(
                        () -> memento.text("plot.axis").filter("dates"::equals).isPresent()
                                ? new XAxis.Dates()
                                : new XAxis.Numbers());
    }

    private static String points(List<Point> points) {
        StringBuilder text = new StringBuilder();
        points.forEach(
                point -> text.append(point.x()).append(',').append(point.y()).append(' '));
        return text.toString();
    }

    private static List<Point> points(String text, XAxis axis) {
        List<Point> points = new ArrayList<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(" ")) {
            point(pair).filter(point -> isOn(axis, point)).ifPresent(points::add);
        }
        return points;
    }

    private static Optional<Point> point(String pair) {
        String[] parts = pair.split(",");
        if (parts.length != 2) {
            return Optional.empty();
        }
        var x = Cells.number(parts[0]);
        var y = Cells.number(parts[1]);
        return x.isPresent() && y.isPresent()
                ? Optional.of(new Point(x.getAsDouble(), y.getAsDouble()))
                : Optional.empty();
    }

    private static boolean isOn(XAxis axis, Point point) {
        return !(axis instanceof XAxis.Categories categories)
                || point.x() == Math.rint(point.x())
                        && point.x() >= 0
                        && point.x() < categories.labels().size();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
