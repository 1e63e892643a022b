package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Condition;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeModeTest {

    private static final String WHY = "Dovetail ended twice before it was up for long, so all features are off.";

    private final Path directory;
    private final ShellFixture shell;

    SafeModeTest(@TempDir Path directory) {
        this.directory = directory;
        shell = new ShellFixture(directory);
        shell.federation.offer(
                feature("charts", "Charts", "bar-chart-2", "", "Bars.", new Installed("1.0.0")),
                feature("map", "Map", "map", "", "Maps.", new HeldBack("2.0.0", "2.1.0", "No tiles.")),
                feature("notes", "Notes", "edit-3", "", "Notes.", new Available("1.0.0")));
        shell.services.view(
                "charts.main", active -> ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE)));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void startSafe() throws Exception {
        shell.federation.condition(new Condition(true, List.of(WHY)));
        shell.start();
    }

    @Test
    void all_features_are_off_and_the_window_says_so_and_why() throws Exception {
        startSafe();
        assertThat(shell.has("#rail-charts-main")).isFalse();
        assertThat(shell.texts("#feature-charts .chip")).containsExactly("Off");
        assertThat(shell.texts("#feature-notes .chip")).containsExactly("Available");
        assertThat(shell.has("#feature-charts-open")).isFalse();
        assertThat(shell.node("#status-safe").isVisible()).isTrue();
        assertThat(shell.toasts()).containsExactly(WHY);
        assertThat(shell.texts(".page-summary").get(0)).startsWith("Safe mode");
    }

    @Test
    void a_feature_is_switched_on_by_itself() throws Exception {
        startSafe();
        shell.fire("#feature-charts-switch-on");
        ShellFixture.until("Charts is on", () -> shell.has("#rail-charts-main"));
        assertThat(shell.texts("#feature-charts .chip")).containsExactly("Installed");
        assertThat(shell.texts("#feature-map .chip")).containsExactly("Off");
        assertThat(shell.has("#rail-map-main")).isFalse();
        shell.show("charts.main");
    }

    @Test
    void one_that_cannot_be_switched_on_stays_off_and_says_why() throws Exception {
        startSafe();
        shell.federation.refuse("charts", "DT-START-001", "Expected Charts to start, but it threw.", "");
        shell.fire("#feature-charts-switch-on");
        ShellFixture.until(
                "failure", () -> shell.toasts().stream().anyMatch(t -> t.contains("could not be switched on")));
        assertThat(shell.texts("#feature-charts .chip")).containsExactly("Off");
    }

    @Test
    void what_was_open_is_not_reopened_and_stays_remembered() throws Exception {
        shell.start();
        shell.show("charts.main");
        shell.stop();

        ShellFixture safe = new ShellFixture(directory);
        safe.federation.offer(feature("charts", "Charts", "bar-chart-2", "", "", new Installed("1.0.0")));
        safe.federation.condition(new Condition(true, List.of()));
        safe.start();
        assertThat(safe.has("#tab-charts-main")).isFalse();
        safe.close();

        ShellFixture again = new ShellFixture(directory);
        again.federation.offer(feature("charts", "Charts", "bar-chart-2", "", "", new Installed("1.0.0")));
        again.start();
        assertThat(again.has("#tab-charts-main")).isTrue();
        again.close();
    }

    @Test
    void what_happens_later_is_told_once() throws Exception {
        shell.start();
        assertThat(shell.node("#status-safe").isVisible()).isFalse();
        shell.federation.condition(new Condition(false, List.of("Map 2.1.0 failed. 2.0.0 is back.")));
        ShellFixture.until("told", () -> shell.toasts().contains("Map 2.1.0 failed. 2.0.0 is back."));
        shell.federation.condition(new Condition(false, List.of("Map 2.1.0 failed. 2.0.0 is back.")));
        assertThat(shell.toasts()).hasSize(1);
        assertThat(shell.texts("#feature-map .card-description").get(0)).contains("2.1.0 is held back: No tiles.");
    }
}
