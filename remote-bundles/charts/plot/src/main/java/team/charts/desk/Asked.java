package team.charts.desk;

import dev.dovetail.api.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;

/**
 * What a route, or a view that embeds a board, asks it to show: {@code table} (an id), {@code kind} ({@code bar},
 * {@code line} or {@code scatter}), {@code x} (a column), {@code series} (columns) and {@code compact} (the chart alone).
 * What is missing or can't be read is left to charts.
 *
 * @param values the parameters
 */
public record Asked(Values values) {

    /** @return whether the chart is to be alone, without what chooses it */
    public boolean compact() {
        return values.flag("compact").orElse(false);
    }

    /** @param model the board that is to show it, if it says anything of a table */
    public void tell(BoardModel model) {
        values.text("table").ifPresent(table -> {
            List<String> series = values.texts("series");
            Optional<Kind> kind = kind();
            if (kind.isEmpty() && series.isEmpty()) {
                model.pick(table);
            } else {
                Kind drawn = kind.orElse(model.state().choice().kind());
                model.draw(new ChartRequest(drawn, table, values.text("x").orElse(""), series));
            }
        });
    }

    private Optional<Kind> kind() {
        String wanted = values.text("kind").orElse("").toUpperCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst();
    }

    /**
     * @param shown what a board draws
     * @return the same for whoever embeds it, under the names above
     */
    public static Values of(ChartRequest shown) {
        return Values.EMPTY
                .with("table", shown.tableId())
                .with("kind", shown.kind().name().toLowerCase(Locale.ROOT))
                .with("x", shown.x())
                .with("series", shown.series());
    }
}
