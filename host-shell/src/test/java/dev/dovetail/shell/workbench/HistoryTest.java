package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import dev.dovetail.shell.fixture.MemoryFederation;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");

    @TempDir
    Path directory;

    private ShellFixture shell;

    @BeforeEach
    void openHistory() throws Exception {
        shell = new ShellFixture(directory);
        shell.federation.offer(MemoryFederation.feature(
                "charts", "Charts", "bar-chart-2", "Team Charts", "Bars.", new Installed("1.1.0")));
        shell.federation.kept(
                new Generation(7, NOON, true, false, false, List.of()),
                new Generation(
                        6,
                        NOON.minusSeconds(3600),
                        false,
                        true,
                        false,
                        List.of(
                                new Generation.Lowered("charts", "Charts", "1.1.0", "1.0.0"),
                                new Generation.Added("map", "Map", "1.0.0"))),
                new Generation(
                        5,
                        NOON.minusSeconds(7200),
                        false,
                        false,
                        false,
                        List.of(new Generation.Removed("notes", "Notes", "0.9.0"))));
        shell.start();
        shell.fire("#features-history");
        shell.node("#generation-5-row");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void itShowsWhatWasWhenAndWhatGoingBackChanges() {
        assertThat(shell.texts(".history-since"))
                .containsExactly("28 Feb 2026, 12:00", "28 Feb 2026, 11:00", "28 Feb 2026, 10:00");
        assertThat(shell.texts("#generation-6-row .history-change"))
                .containsExactly("Charts 1.1.0 → 1.0.0", "Map 1.0.0 comes back");
        assertThat(shell.texts("#generation-5-row .history-change")).containsExactly("Notes 0.9.0 goes");
        assertThat(shell.has("#generation-7-back")).as("a way to where one is").isFalse();
    }

    @Test
    void oneConfirmingClickGoesBack() {
        shell.fire("#generation-6-back");
        assertThat(shell.texts(".history-question-text"))
                .containsExactly(
                        "Charts moves to an older version, which may not read what the newer one has saved since.");
        shell.fire("#generation-6-sure");
        ShellFixture.until("the toast", () -> shell.toasts().contains("Generation 6 is in force again."));
        ShellFixture.until("the page follows", () -> !shell.has("#generation-6-back"));
    }

    @Test
    void whoThinksAgainStays() {
        shell.fire("#generation-5-back");
        assertThat(shell.texts(".history-question-text"))
                .containsExactly("What is open stays open. Tabs of what goes are closed; its data is kept.");
        shell.fire("#generation-5-not");
        assertThat(shell.has(".history-question")).isFalse();
        assertThat(shell.federation.snapshot().generation()).isZero();
    }

    @Test
    void theWayIsShownWhileItIsGone() {
        shell.federation.pauseAt(new Progress(Progress.Phase.APPLYING, 0, 0, 0, 0));
        shell.fire("#generation-6-back");
        shell.fire("#generation-6-sure");
        ShellFixture.until("progress", () -> shell.texts("#generation-6-row .card-progress")
                .contains("Going back…"));
        assertThat(shell.node("#generation-5-back").isDisabled()).isTrue();
        shell.federation.resume();
        ShellFixture.until("the toast", () -> shell.toasts().contains("Generation 6 is in force again."));
    }

    @Test
    void aRefusalIsToldAndNothingMoves() {
        shell.federation.refuse("generation 5", "DT-APPLY-002", "Notes did not start.", "");
        shell.fire("#generation-5-back");
        shell.fire("#generation-5-sure");
        ShellFixture.until("the toast", () -> shell.toasts().stream()
                .anyMatch(text -> text.startsWith("Dovetail did not go back to generation 5: Notes did not start.")));
        assertThat(shell.node("#generation-5-back").isDisabled()).isFalse();
    }

    @Test
    void aGenerationIsPinnedAndLetGo() {
        shell.fire("#generation-5-pin");
        ShellFixture.until(
                "the chip", () -> shell.texts("#generation-5-row .chip").contains("Pinned"));
        shell.fire("#generation-5-pin");
        ShellFixture.until("no chip", () -> !shell.has("#generation-5-row .chip"));
    }

    @Test
    void oneGetsBackToTheFeatures() {
        shell.fire("#history-leave");
        assertThat(shell.has("#feature-charts")).isTrue();
        assertThat(shell.has("#history-page")).isFalse();
    }
}
