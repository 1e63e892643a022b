package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.Generation;
import dev.dovetail.shell.fixture.HostView;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import dev.dovetail.shell.guard.Code;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardingTest {

    private static final String LOCKED = "The note could not be shown: its file is locked.";

    private final Path directory;
    private final List<NoteView> made = new CopyOnWriteArrayList<>();
    private ShellFixture shell;

    GuardingTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void open() throws Exception {
        shell = offering();
        shell.start();
    }

    private ShellFixture offering() {
        ShellFixture next = new ShellFixture(directory);
        next.federation
                .offer(
                        feature("notes", "Notes", "edit-3", "", "", new Installed("1.1.0")),
                        feature("board", "Board", "box", "", "", new Installed("1.0.0")))
                .kept(
                        new Generation(3, Instant.EPOCH, true, true, false, List.of()),
                        new Generation(
                                2,
                                Instant.EPOCH,
                                false,
                                false,
                                false,
                                List.of(new Generation.Lowered("notes", "Notes", "1.1.0", "1.0.0"))));
        next.services.code("notes", new Code(getClass().getClassLoader(), "sha256:4711"));
        next.services.view("notes.main", active -> note(active.version(), Trap.BUTTON));
        next.services.view("notes.main@1.0.0", active -> note(active.version(), Trap.NOWHERE));
        next.services.view("board.main", active -> HostView.of("notes.main"));
        return next;
    }

    private NoteView note(String version, Trap trap) {
        NoteView view = ShellFixture.fx(() -> new NoteView(version, trap));
        made.add(view);
        return view;
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void fail(int times) {
        NoteView view = made.get(made.size() - 1);
        for (int n = 0; n < times; n++) {
            ShellFixture.run(view.button::fire);
        }
    }

    private void failAsOpened() throws Exception {
        shell.show("notes.main");
        ShellFixture.run(() -> made.get(0).text.setText("half a letter"));
        fail(3);
        shell.node(".error-panel");
    }

    @Test
    void twoFaultsAreToldAndTheThirdPutsAPanelInTheViewsPlace() throws Exception {
        shell.show("notes.main");
        fail(2);
        ShellFixture.until("the toast", () -> shell.toasts().contains("Notes had a problem: " + LOCKED));
        assertThat(shell.has(".error-panel")).isFalse();
        fail(1);
        shell.node(".error-panel");
        assertThat(shell.texts(".error-title")).containsExactly("Notes stopped working");
        assertThat(shell.texts(".error-message"))
                .containsExactly("It failed 3 times in a row, last in an event handler: " + LOCKED);
        assertThat(shell.has("#tab-notes-main")).isTrue();
        assertThat(made.get(0).calls).endsWith("close");
        ShellFixture.until("the lease's end", () -> shell.services.leased() == 0);
        assertThat(shell.federation.told())
                .filteredOn(told -> told.startsWith("failed notes 1.1.0"))
                .hasSize(3);
    }

    @Test
    void retryOpensTheViewWithWhatItLastHad() throws Exception {
        failAsOpened();
        shell.fire("#error-retry");
        shell.node("#view-notes-main .text-area");
        assertThat(ShellFixture.fx(() -> made.get(1).text.getText())).isEqualTo("half a letter");
        fail(2);
        assertThat(shell.has(".error-panel")).isFalse();
    }

    @Test
    void thePreviousVersionComesBackIntoTheViewsPlace() throws Exception {
        failAsOpened();
        shell.node("#error-previous");
        assertThat(shell.texts("#error-previous")).containsExactly("Go back to 1.0.0");
        shell.fire("#error-previous");
        shell.node("#view-notes-main #note-1-0-0");
        assertThat(shell.federation.told())
                .anyMatch(told -> told.startsWith("taken back notes to 1.0.0: It failed 3 times in a row"));
        assertThat(ShellFixture.fx(() -> made.get(1).text.getText())).isEqualTo("half a letter");
    }

    @Test
    void thereIsNoPreviousVersionToOfferWhereNoneIsKept() throws Exception {
        shell.federation.kept();
        failAsOpened();
        shell.node("#error-disable");
        assertThat(shell.has("#error-previous")).isFalse();
    }

    @Test
    void aDisabledFeatureShowsItselfNowhereUntilItIsEnabledAlsoAfterARestart() throws Exception {
        failAsOpened();
        shell.fire("#error-disable");
        ShellFixture.until("disabled", () -> shell.texts(".error-title").contains("Notes is disabled"));
        assertThat(shell.has("#rail-notes-main")).isFalse();
        shell.stop();

        shell = offering();
        shell.start();
        ShellFixture.until("its tab says so", () -> shell.texts(".error-title").contains("Notes is disabled"));
        assertThat(shell.has("#rail-notes-main")).isFalse();
        shell.fire("#rail-features");
        shell.node("#feature-notes");
        assertThat(shell.texts("#feature-notes .chip")).containsExactly("Disabled");
        int before = made.size();
        shell.fire("#feature-notes-enable");
        shell.node("#rail-notes-main");
        shell.node("#view-notes-main .text-area");
        assertThat(made).hasSize(before + 1);
        assertThat(shell.texts("#feature-notes .chip")).containsExactly("Installed");
    }

    @Test
    void thePanelItselfEnablesADisabledFeature() throws Exception {
        failAsOpened();
        shell.fire("#error-disable");
        shell.fire("#error-enable");
        shell.node("#view-notes-main .text-area");
        assertThat(shell.has("#rail-notes-main")).isTrue();
    }

    @Test
    void anEmbeddedViewGivesWayToAPanelAndWhatEmbedsItGoesOn() throws Exception {
        shell.show("board.main");
        ShellFixture.until("the embedded view", () -> shell.has(".embed-slot .text-area"));
        fail(3);
        ShellFixture.until("a panel", () -> shell.has(".embed-message"));
        assertThat(shell.texts(".embed-title")).containsExactly("Notes stopped working");
        assertThat(shell.has("#view-board-main .embed-frame")).isTrue();
        shell.fire(".embed-disable");
        ShellFixture.until("disabled", () -> shell.texts(".embed-title").contains("Notes is disabled"));
        ShellFixture.until("enable", () -> shell.texts(".embed-again").contains("Enable"));
        shell.fire(".embed-again");
        ShellFixture.until("the embedded view", () -> shell.has(".embed-slot .text-area"));
    }

    @Test
    void theReportNamesFeatureVersionDigestAndMachine() throws Exception {
        failAsOpened();
        shell.fire("#error-copy");
        String report = ShellFixture.fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(report)
                .contains(
                        "Notes stopped working",
                        "feature: notes 1.1.0 (Notes), from http://features.example.org/stable",
                        "running: 1.1.0, sha256:4711",
                        "dovetail: 0.1.0",
                        "when: 2026-03-01T10:15:30Z",
                        "java: ",
                        "os: ")
                .contains("IllegalStateException: " + LOCKED, "NoteView.spring")
                .doesNotContain("half a letter");
    }
}
