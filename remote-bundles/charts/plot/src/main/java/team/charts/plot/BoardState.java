package team.charts.plot;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Column;

/**
 * All that makes a board look as it does, and all that is kept of it.
 *
 * @param choice what is drawn of which table; its table is empty as long as none was picked
 * @param table the table's title
 * @param columns the table's columns
 * @param title the person's own title; empty for one made of the choice
 * @param hidden the names of series that the legend hides
 * @param plot what is drawn
 */
public record BoardState(
        ChartRequest choice, String table, List<Column> columns, String title, Set<String> hidden, Plot plot) {

    /** A board on which nothing was picked yet. */
    public static final BoardState BLANK =
            new BoardState(new ChartRequest(Kind.BAR, "", "", List.of()), "", List.of(), "", Set.of(), Plot.NONE);

    /** Copies the collections. */
    public BoardState {
        columns = List.copyOf(columns);
        hidden = Set.copyOf(hidden);
    }

    /**
     * @param wanted what is to be drawn
     * @return a board of it, as yet without points
     */
    public static BoardState of(ChartRequest wanted) {
        return new BoardState(wanted, "", List.of(), "", Set.of(), Plot.NONE);
    }

    /** @return whether a table was picked */
    public boolean hasTable() {
        return !choice.tableId().isEmpty();
    }

    /** @return the person's title, or one that says what is drawn */
    public String heading() {
        if (!title.isEmpty()) {
            return title;
        }
        String series = plot.series().stream()
                .map(Series::name)
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " and $1");
        return series.isEmpty() ? table : "%s by %s".formatted(series, plot.x());
    }

    /**
     * @param other what is drawn from now on
     * @return this board, drawing that
     */
    public BoardState choosing(ChartRequest other) {
        return new BoardState(other, table, columns, title, hidden, plot);
    }

    /**
     * @param other a title; empty for one made of the choice
     * @return this board with that title
     */
    public BoardState titled(String other) {
        return new BoardState(choice, table, columns, other, hidden, plot);
    }

    /**
     * @param series the name of a series
     * @return this board with that series hidden, or shown again
     */
    public BoardState toggled(String series) {
        Set<String> others = new TreeSet<>(hidden);
        if (!others.remove(series)) {
            others.add(series);
        }
        return new BoardState(choice, table, columns, title, others, plot);
    }

    /**
     * @param drawing a plot of the table
     * @return this board with that plot
     */
    public BoardState drawn(Drawing drawing) {
        return new BoardState(
                drawing.choice(),
                drawing.table().info().title(),
                drawing.table().columns(),
                title,
                hidden,
                drawing.plot());
    }
}
