package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-02, 1",
        "1969-12-31, -1",
        "1970-01-02T12:00, 1.5",
        "1970-01-02 06:00:00, 1.25",
        "1970-01-02T12:00:00Z, 1.5"
    })
    void readsDatesAsDays(String text, double days) {
        assertThat(Cells.days(text)).hasValue(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2024-02-30", "NaN", "Infinity", "1,5"})
    void takesWhatItCannotReadAsMissing(String text) {
        assertThat(Cells.days(text)).isEmpty();
        assertThat(Cells.number(text)).isEmpty();
    }

    @Test
    void readsNumbersWithExponents() {
        assertThat(Cells.number("-1.5e3")).hasValue(-1500);
    }
}
