package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.REPOSITORY;
import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Notice;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class PageAndPaletteTest {

    private final Path directory;

    PageAndPaletteTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private final FxRobot robot = new FxRobot();
    private ShellFixture shell;

    @BeforeEach
    void open() throws Exception {
        shell = new ShellFixture(directory);
        shell.federation.offer(
                feature("charts", "Charts", "bar-chart-2", "Team Charts", "Bars.", new Updatable("1.0.0", "1.1.0")),
                feature("map", "Map", "map", "", "", new Available("2.0.0")),
                new FeatureStatus(
                        "explorer",
                        "Explorer",
                        "",
                        "folder",
                        "",
                        REPOSITORY,
                        new Installed("1.0.0"),
                        List.of(new Contribution.Command("explorer.open-file", "Open a CSV file…", "folder"))));
        shell.services.view(
                "charts.main", active -> ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE)));
        shell.services.view("map.main", active -> ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE)));
        shell.services.command("explorer.open-file", context -> context.notify(Notice.success("Chosen.")));
        shell.start();
        robot.targetWindow(shell.stage());
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void type(String id, String text) {
        TextField field = (TextField) shell.node(id);
        ShellFixture.run(() -> field.setText(text));
    }

    private boolean isSelected(int row) {
        return shell.all(".palette-row").get(row).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("selected"));
    }

    private void awaitToast(String text) {
        ShellFixture.until("toast " + text + " among " + shell.toasts(), () -> shell.toasts()
                .contains(text));
    }

    @Test
    void showsACardForEachFeatureWithWhatCanBeDone() {
        assertThat(shell.all(".feature-card")).hasSize(3);
        assertThat(shell.has("#feature-map-install")).isTrue();
        assertThat(shell.has("#feature-charts-open")).isTrue();
        assertThat(shell.has("#feature-charts-update")).isTrue();
        assertThat(shell.has("#feature-explorer-open")).isFalse();
        assertThat(shell.texts(".feature-card .chip")).containsExactlyInAnyOrder("Update", "Available", "Installed");
        assertThat(shell.texts(".rail-badge")).contains("1");
    }

    @Test
    void installsWithProgressAndThenOffersToOpen() {
        shell.federation.pauseAt(new Progress(Progress.Phase.FETCHING, 2, 4, 1_300_000, 2_600_000));
        shell.fire("#feature-map-install");
        ShellFixture.until("progress", () -> shell.texts("#feature-map .card-progress")
                .contains("Downloading 2 of 4 bundles · 1.3 / 2.6 MB"));
        assertThat(shell.has("#feature-map-install")).isFalse();
        shell.federation.resume();
        awaitToast("Map 2.0.0 is installed.");
        shell.node("#feature-map-open");
        ShellFixture.run(() -> shell.all(".toast-action").stream()
                .map(javafx.scene.control.Button.class::cast)
                .filter(button -> button.getText().equals("Open"))
                .forEach(javafx.scene.control.Button::fire));
        shell.node("#view-map-main .text-area");
    }

    @Test
    void aDownloadCanBeGivenUpAndThatIsNoError() {
        shell.federation.pauseAt(new Progress(Progress.Phase.FETCHING, 2, 4, 1_300_000, 2_600_000));
        shell.fire("#feature-map-install");
        shell.node("#feature-map-cancel");
        shell.fire("#feature-map-cancel");
        awaitToast("Cancelled. Nothing was changed.");
        shell.node("#feature-map-install");
        assertThat(shell.has("#feature-map-cancel")).isFalse();
    }

    @Test
    void updatesARunningFeatureAndRemovesIt() throws Exception {
        awaitToast("Charts 1.1.0 is available.");
        shell.show("charts.main");
        shell.fire("#feature-charts-update");
        awaitToast("Charts was updated to 1.1.0.");
        shell.node("#note-1-1-0");
        assertThat(shell.toasts()).containsOnlyOnce("Charts was updated to 1.1.0.");
        shell.fire("#feature-charts-remove");
        awaitToast("Charts was removed. Its data is kept.");
        shell.node("#feature-charts-install");
        assertThat(shell.has("#tab-charts-main")).isFalse();
        assertThat(shell.services.leased()).isZero();
    }

    @Test
    void saysWhyAnInstallationWasRefused() {
        shell.federation.refuse("map", "DT-FETCH-002", "No answer", "Check the network.");
        shell.fire("#feature-map-install");
        awaitToast("Map could not be installed: No answer. Check the network.");
        shell.node("#feature-map-install");
    }

    @Test
    void filtersByStateAndWords() {
        shell.fire("#features-updates");
        assertThat(shell.all(".feature-card")).hasSize(1);
        shell.fire("#features-installed");
        assertThat(shell.all(".feature-card")).hasSize(2);
        type("#features-search", "zzz");
        assertThat(shell.texts(".empty-title")).containsExactly("No feature found");
        type("#features-search", "");
        shell.fire("#features-all");
        assertThat(shell.all(".feature-card")).hasSize(3);
        shell.fire("#features-all");
        assertThat(shell.all(".feature-card")).hasSize(3);
    }

    @Test
    void checksForUpdatesAndTellsTheResult() {
        shell.fire("#features-check");
        awaitToast("One update is available.");
        ShellFixture.until("enabled", () -> !shell.node("#features-check").isDisabled());
        shell.federation.repositories(
                List.of(new RepositoryStatus(REPOSITORY, true, RepositoryStatus.State.AWAY, "no answer")));
        shell.fire("#features-check");
        awaitToast("A repository could not be reached. What is installed keeps working.");
        assertThat(shell.texts(".repository-state")).containsExactly("no answer");
        assertThat(shell.texts("#status-connection")).containsExactly("Offline · installed features keep working");
    }

    @Test
    void opensThePaletteByKeyAndRunsACommandOfAFeature() {
        ShellFixture.run(() -> shell.node("#command-field").requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        ShellFixture.until("the palette", () -> shell.node("#palette").isVisible());
        robot.write("opcsv");
        ShellFixture.until("one hit", () -> shell.all(".palette-row").size() == 1);
        robot.type(KeyCode.ENTER);
        awaitToast("Chosen.");
        assertThat(shell.node("#palette").isVisible()).isFalse();
        assertThat(shell.services.leased()).isEqualTo(1);
    }

    @Test
    void movesInThePaletteAndClosesItByEscape() {
        shell.fire("#command-field");
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.UP);
        robot.type(KeyCode.UP);
        ShellFixture.until(
                "the last row", () -> isSelected(shell.all(".palette-row").size() - 1));
        assertThat(isSelected(0)).isFalse();
        type("#palette-field", "zzz");
        assertThat(shell.texts(".palette-nothing")).containsExactly("Nothing matches “zzz”");
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
        ShellFixture.until("closed", () -> !shell.node("#palette").isVisible());
    }

    @Test
    void saysWhyACommandCouldNotRun() {
        shell.services.command("explorer.open-file", context -> {
            throw new java.io.IOException("the disk is gone");
        });
        shell.fire("#command-field");
        type("#palette-field", "csv");
        robot.type(KeyCode.ENTER);
        awaitToast("Explorer: the disk is gone");
    }

    @Test
    void switchesAndClosesTabsByKey() throws Exception {
        shell.show("charts.main");
        shell.show("map.main");
        robot.press(KeyCode.CONTROL, KeyCode.TAB).release(KeyCode.TAB, KeyCode.CONTROL);
        ShellFixture.until("home", () -> shell.node("#features-page").isVisible());
        robot.press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);
        assertThat(shell.all(".tab-header")).hasSize(3);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT, KeyCode.CONTROL);
        ShellFixture.until("the last", () -> shell.node("#view-map-main").isVisible());
        robot.press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);
        ShellFixture.until("closed", () -> !shell.has("#tab-map-main"));
        robot.clickOn(shell.node("#tab-charts-main"), MouseButton.MIDDLE);
        ShellFixture.until("closed", () -> !shell.has("#tab-charts-main"));
    }

    @Test
    void movesThroughTheRailByKey() {
        ShellFixture.run(() -> shell.node("#rail-features").requestFocus());
        robot.type(KeyCode.DOWN);
        ShellFixture.until("focus", () -> shell.node("#rail-charts-main").isFocused());
        robot.type(KeyCode.SPACE);
        shell.node("#view-charts-main .text-area");
        assertThat(shell.has("#rail-map-main.available")).isTrue();
        assertThat(shell.has("#rail-charts-main.updatable")).isTrue();
    }

    @Test
    void catchesWhatNobodyElseDoes() {
        javafx.application.Platform.runLater(() -> {
            throw new IllegalStateException("from a timeline");
        });
        awaitToast("Something went wrong: from a timeline");
    }
}
