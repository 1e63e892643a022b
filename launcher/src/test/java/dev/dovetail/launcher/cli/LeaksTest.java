package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.Unloading.Leftover;
import dev.dovetail.provisioner.Unloading.Report;
import dev.dovetail.provisioner.apply.Retirement;
import dev.dovetail.provisioner.heap.HeapPath;
import dev.dovetail.provisioner.heap.HeapPath.Strength;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaksTest {

    private static final Report REPORT = new Report(
            7,
            List.of(
                    new Leftover(retirement("charts", "team.charts.feature", 12), true),
                    new Leftover(retirement("", "com.h2database", 13), false)));

    private static Retirement retirement(String feature, String bundle, long id) {
        return new Retirement(feature, bundle, "1.0.0", id, Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void what_one_process_tells_another_reads_the_same() {
        assertThat(RetiredText.read(RetiredText.write(REPORT) + "\n")).isEqualTo(REPORT);
        assertThat(RetiredText.read(RetiredText.write(Report.NONE))).isEqualTo(Report.NONE);
    }

    @Test
    void people_are_told_of_what_is_held_and_programs_of_all() throws Exception {
        assertThat(UnloadingFacts.words(REPORT))
                .containsExactly("In memory   team.charts.feature 1.0.0 since it was replaced at 2030-01-01T00:00:00Z;"
                        + " dovetail doctor --leaks says what holds it");
        String json = Facts.object(facts -> UnloadingFacts.write(facts, REPORT));
        assertThat(json)
                .contains("\"unloaded\" : 7", "\"feature\" : \"charts\"", "\"held\" : true")
                .contains("\"bundle\" : \"com.h2database\"", "\"held\" : false");
    }

    @Test
    void a_path_is_told_hop_by_hop() {
        HeapPath path = new HeapPath(
                "team.charts.feature 1.0.0",
                Strength.HELD,
                "JavaFX (javafx.stage.Window)",
                List.of("static javafx.stage.Window.windows", "team.charts.Hint of team.charts.feature 1.0.0"));
        assertThat(Leaks.words(List.of(path)))
                .containsExactly(
                        "team.charts.feature 1.0.0 is held by JavaFX (javafx.stage.Window):",
                        "    static javafx.stage.Window.windows",
                        "    → team.charts.Hint of team.charts.feature 1.0.0");
        assertThat(Leaks.facts(List.of(path)))
                .contains("\"strength\" : \"held\"", "\"static javafx.stage.Window.windows\"");
        assertThat(Leaks.words(List.of())).containsExactly("No replaced version is in memory.");
        assertThat(new HeapPath("a 1", Strength.FREE, "", List.of()).lines())
                .containsExactly("a 1 is held by nothing; it goes with the next collection.");
    }

    @Test
    void a_dump_that_fails_is_said_so() {
        assertThat(Leaks.unwritable(new IOException("no room")))
                .hasMessage("The memory of the running Dovetail could not be looked through: no room");
    }
}
