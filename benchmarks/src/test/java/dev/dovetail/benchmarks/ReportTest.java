package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {

    private static final Samples TWO = new Samples(List.of(1.0, 2.0, 3.0));

    private final Figure kept = Figure.budgeted("kept", "ms", TWO, 2.0);
    private final Figure missed = Figure.budgeted("missed", "ms", TWO, 1.9);
    private final Figure free = Figure.plain("free", "ms", TWO);

    @Test
    void aBudgetIsMissedByTheMedianOnly() {
        assertThat(new Report(List.of(kept, missed, free)).missed()).containsExactly(missed);
    }

    @Test
    void theTableNamesWhatWasMissed() {
        String table = new Report(List.of(kept, missed)).table();

        assertThat(table).contains("Missed: missed").doesNotContain("Missed: kept");
    }

    @Test
    void programsGetEverySampleAndTheVerdict() {
        String json = new Report(List.of(missed)).json();

        assertThat(json)
                .contains("\"samples\" : [ 1.0, 2.0, 3.0 ]")
                .contains("\"budget\" : 1.9")
                .contains("\"missed\" : true");
    }

    @Test
    void aFigureWithoutABudgetHasNoVerdict() {
        assertThat(new Report(List.of(free)).json()).doesNotContain("missed").doesNotContain("budget");
    }
}
