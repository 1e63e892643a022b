package team.explorer.view;

import dev.dovetail.api.Memento;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Column;
import team.explorer.query.Answer;

/** Decides how an answer is drawn best. */
final class ChartChoice {

    private static final int MOST_SERIES = 4;
    private static final String SEPARATOR = "\u001f";

    private ChartChoice() {}

    /**
     * Dates, and numbers that only grow, are drawn as a line over them; texts as bars; other numbers as points.
     *
     * @return what to draw; empty when there is nothing to measure
     */
    static Optional<ChartRequest> of(String tableId, Answer answer) {
        List<Column> columns = answer.columns();
        return Stream.<Optional<ChartRequest>>of(
                        first(columns, Column.Kind.DATE).map(x -> request(Kind.LINE, tableId, columns, x)),
                        growing(answer).map(x -> request(Kind.LINE, tableId, columns, x)),
                        first(columns, Column.Kind.TEXT).map(x -> request(Kind.BAR, tableId, columns, x)),
                        first(columns, Column.Kind.NUMBER).map(x -> request(Kind.SCATTER, tableId, columns, x)))
                .flatMap(Optional::stream)
                .filter(request -> !request.series().isEmpty())
                .findFirst();
    }

    /** The same wish as parameters of the board's view, for when the charts aren't there yet. */
    static Memento parameters(ChartRequest request) {
        return Memento.of("table", request.tableId())
                .with("kind", request.kind().name())
                .with("x", request.x())
                .with("series", String.join(SEPARATOR, request.series()));
    }

    private static ChartRequest request(Kind kind, String tableId, List<Column> columns, int x) {
        List<String> series = IntStream.range(0, columns.size())
                .filter(i -> i != x && columns.get(i).kind() == Column.Kind.NUMBER)
                .mapToObj(i -> columns.get(i).name())
                .distinct()
                .limit(MOST_SERIES)
                .toList();
        return new ChartRequest(kind, tableId, columns.get(x).name(), series);
    }

    private static Optional<Integer> first(List<Column> columns, Column.Kind kind) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).kind() == kind)
                .boxed()
                .findFirst();
    }

    private static Optional<Integer> growing(Answer answer) {
        boolean grows = !answer.columns().isEmpty()
                && answer.columns().get(0).kind() == Column.Kind.NUMBER
                && answer.rows().size() > 2
                && grows(answer.rows().stream().map(row -> row.get(0)).toList());
        return grows ? Optional.of(0) : Optional.empty();
    }

    private static boolean grows(List<String> cells) {
        return cells.stream().noneMatch(cell -> cell.isEmpty() || Character.isLetter(cell.charAt(cell.length() - 1)))
                && IntStream.range(1, cells.size())
                        .allMatch(i -> new BigDecimal(cells.get(i - 1)).compareTo(new BigDecimal(cells.get(i))) < 0);
    }
}
