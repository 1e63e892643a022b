package team.explorer.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest;
import team.explorer.api.Column;
import team.explorer.api.Column.Kind;
import team.explorer.query.Answer;
import team.explorer.query.Question;

class ChartChoiceTest {

    private static final Column NAME = new Column("name", Kind.TEXT);
    private static final Column RADIUS = new Column("radius", Kind.NUMBER);
    private static final Column YEAR = new Column("year", Kind.NUMBER);
    private static final Column SEEN = new Column("seen", Kind.DATE);

    @Test
    void drawsALineOverDates() {
        assertThat(choice(List.of(NAME, RADIUS, SEEN), List.of()))
                .isEqualTo(new ChartRequest(ChartRequest.Kind.LINE, "result", "seen", List.of("radius")));
    }

    @Test
    void drawsALineOverNumbersThatOnlyGrow() {
        assertThat(choice(
                        List.of(YEAR, RADIUS),
                        List.of(List.of("1999", "3"), List.of("2000", "1"), List.of("2010", "2"))))
                .isEqualTo(new ChartRequest(ChartRequest.Kind.LINE, "result", "year", List.of("radius")));
    }

    @Test
    void drawsBarsForTexts() {
        assertThat(choice(List.of(NAME, RADIUS, YEAR), List.of()))
                .isEqualTo(new ChartRequest(ChartRequest.Kind.BAR, "result", "name", List.of("radius", "year")));
    }

    @Test
    void drawsBarsWhenTheOnlyNumbersGrow() {
        List<List<String>> rows = List.of(List.of("1", "Io"), List.of("2", "Europa"), List.of("3", "Titan"));

        assertThat(choice(List.of(RADIUS, NAME), rows))
                .isEqualTo(new ChartRequest(ChartRequest.Kind.BAR, "result", "name", List.of("radius")));
    }

    @Test
    void drawsPointsForOtherNumbers() {
        assertThat(choice(List.of(YEAR, RADIUS), List.of(List.of("3", "3"), List.of("2", "1"), List.of("", "2"))))
                .isEqualTo(new ChartRequest(ChartRequest.Kind.SCATTER, "result", "year", List.of("radius")));
    }

    @Test
    void drawsNothingWithoutNumbers() {
        assertThat(ChartChoice.of("result", answer(List.of(NAME, SEEN), List.of())))
                .isEmpty();
        assertThat(ChartChoice.of("result", answer(List.of(RADIUS), List.of()))).isEmpty();
    }

    @Test
    void writesTheWishAsParametersOfTheBoard() {
        assertThat(ChartChoice.parameters(choice(List.of(NAME, RADIUS, YEAR), List.of()))
                        .values())
                .containsOnly(
                        java.util.Map.entry("table", "result"),
                        java.util.Map.entry("kind", "BAR"),
                        java.util.Map.entry("x", "name"),
                        java.util.Map.entry("series", "radius\u001fyear"));
    }

    private static ChartRequest choice(List<Column> columns, List<List<String>> rows) {
        return ChartChoice.of("result", answer(columns, rows)).orElseThrow();
    }

    private static Answer answer(List<Column> columns, List<List<String>> rows) {
        return new Answer(Question.first("SELECT 1"), columns, rows, rows.size(), Duration.ZERO);
    }
}
