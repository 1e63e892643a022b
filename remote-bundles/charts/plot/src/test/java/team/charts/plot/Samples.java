package team.charts.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Column;
import team.explorer.api.Table;
import team.explorer.api.TableInfo;

/** Small tables, written as they read. */
public final class Samples {

    private Samples() {}

    /** The first line names the columns, with {@code #} before numbers and {@code @} before dates. */
    public static Table table(String id, String... lines) {
        List<Column> columns =
                Arrays.stream(lines[0].split(",")).map(Samples::column).toList();
        List<List<String>> rows = new ArrayList<>();
        Arrays.stream(lines).skip(1).forEach(line -> rows.add(List.of(line.split(",", -1))));
        return new Table(new TableInfo(id, id + ".csv", rows.size()), columns, rows);
    }

    public static ChartRequest choice(Kind kind, String x, String... series) {
        return new ChartRequest(kind, "t", x, List.of(series));
    }

    private static Column column(String name) {
        return switch (name.charAt(0)) {
            case '#' -> new Column(name.substring(1), Column.Kind.NUMBER);
            case '@' -> new Column(name.substring(1), Column.Kind.DATE);
            default -> new Column(name, Column.Kind.TEXT);
        };
    }
}
