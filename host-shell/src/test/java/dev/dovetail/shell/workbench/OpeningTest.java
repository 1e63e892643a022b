package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.Progress;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    private final Path directory;

    OpeningTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private final List<NoteView> made = new CopyOnWriteArrayList<>();
    private Trap trap = Trap.NOWHERE;
    private ShellFixture shell;

    @BeforeEach
    void open() throws Exception {
        shell = new ShellFixture(directory);
        shell.federation.offer(
                feature("notes", "Notes", "edit-3", "", "", new Installed("1.0.0")),
                feature("map", "Map", "map", "", "", new Available("2.0.0")));
        shell.services.view("notes.main", active -> make(active.version()));
        shell.services.view("map.main", active -> make(active.version()));
        shell.start();
    }

    private NoteView make(String version) {
        NoteView view = ShellFixture.fx(() -> new NoteView(version, trap));
        made.add(view);
        return view;
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void opensAViewAndRestoresItOnceItIsLaidOut() throws Exception {
        shell.show("notes.main");
        assertThat(made).hasSize(1);
        assertThat(made.get(0).calls).containsExactly("open", "restored laid out");
        assertThat(shell.node("#view-notes-main").isVisible()).isTrue();
    }

    @Test
    void opensOneTabForAView() throws Exception {
        shell.fire("#rail-notes-main");
        shell.show("notes.main");
        shell.show("notes.main");
        assertThat(made).hasSize(1);
        assertThat(shell.all(".tab-header")).hasSize(2);
    }

    @Test
    void showsHowFarTheDownloadIsAndThenTheView() {
        shell.federation.pauseAt(new Progress(Progress.Phase.FETCHING, 1, 2, 1_000_000, 4_000_000));
        shell.fire("#rail-map-main");
        ShellFixture.until("progress", () -> shell.texts(".placeholder-detail")
                .contains("Downloading 1 of 2 bundles · 1.0 / 4.0 MB"));
        assertThat(shell.texts("#status-work")).containsExactly("Installing Map");
        assertThat(shell.texts(".placeholder-title")).containsExactly("Installing Map");
        shell.federation.resume();
        shell.node("#view-map-main .text-area");
        ShellFixture.until("no work", () -> shell.texts("#status-work").contains(""));
        assertThat(shell.has("#rail-map-main.available")).isFalse();
    }

    @Test
    void putsAnErrorPanelInTheViewsPlaceAndRetries() throws Exception {
        trap = Trap.OPEN;
        assertThatThrownBy(() -> shell.show("notes.main"))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("its file is locked");
        assertThat(shell.texts(".error-title")).containsExactly("Notes could not be opened");
        assertThat(shell.texts(".error-message")).containsExactly("The note could not be shown: its file is locked.");
        assertThat(made.get(0).calls).containsExactly("open", "close");
        ShellFixture.until("the lease's end", () -> shell.services.leased() == 0);
        trap = Trap.NOWHERE;
        shell.fire("#error-retry");
        shell.node("#view-notes-main .text-area");
        assertThat(shell.has(".error-panel")).isFalse();
    }

    @Test
    void saysWhatAViewWithoutANodeLacks() {
        trap = Trap.NULL_NODE;
        shell.fire("#rail-notes-main");
        shell.node(".error-panel");
        assertThat(shell.texts(".error-message")).containsExactly("Expected a node from open(), found null.");
    }

    @Test
    void closesAViewThatThrowsWhileItIsRestored() {
        trap = Trap.RESTORED;
        shell.fire("#rail-notes-main");
        shell.node(".error-panel");
        assertThat(made.get(0).calls).containsExactly("open", "restored laid out", "close");
        ShellFixture.until("the lease's end", () -> shell.services.leased() == 0);
    }

    @Test
    void showsTheHintAndTheCodeOfARefusal() {
        shell.federation.refuse("map", "DT-FETCH-002", "No answer.", "Check the network.");
        shell.fire("#rail-map-main");
        shell.node(".error-panel");
        assertThat(shell.texts(".error-hint")).containsExactly("Check the network.");
        assertThat(shell.texts(".error-code")).containsExactly("DT-FETCH-002");
        shell.fire("#error-copy");
        String report = ShellFixture.fx(
                () -> javafx.scene.input.Clipboard.getSystemClipboard().getString());
        assertThat(report).contains("Map could not be opened", "DT-FETCH-002");
        shell.fire("#rail-notes-main");
        shell.node("#view-notes-main .text-area");
    }

    @Test
    void saysThatNobodyOffersAnUnknownView() {
        assertThatThrownBy(() -> shell.show("no.such")).hasMessageContaining("No feature offers the view no.such");
        assertThat(shell.texts(".error-title")).containsExactly("no.such could not be opened");
    }

    @Test
    void containsWhatAButtonOfTheViewThrows() throws Exception {
        trap = Trap.BUTTON;
        shell.show("notes.main");
        ShellFixture.run(() -> made.get(0).button.fire());
        ShellFixture.until("the toast", () -> shell.toasts().stream()
                .anyMatch(text -> text.startsWith("Notes had a problem: The note could not be shown")));
        assertThat(shell.has("#view-notes-main .text-area")).isTrue();
    }

    @Test
    void givesTheViewAContextThatWorks() throws Exception {
        shell.show("notes.main");
        var context = made.get(0).context();
        CompletableFuture<String> thread = new CompletableFuture<>();
        context.background()
                .execute(() -> thread.complete(Thread.currentThread().getName()));
        assertThat(thread.get(5, TimeUnit.SECONDS)).startsWith("notes-");
        CompletableFuture<Boolean> fx = new CompletableFuture<>();
        context.ui().execute(() -> fx.complete(Platform.isFxApplicationThread()));
        assertThat(fx.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(context.dataDirectory()).isDirectory().endsWith(Path.of("notes"));
        context.title("shopping.txt");
        ShellFixture.until("the title", () -> shell.texts(".tab-title").contains("shopping.txt"));
        context.notify(Notice.success("Saved."));
        ShellFixture.until("the toast", () -> shell.toasts().contains("Saved."));
        context.show("map.main", Memento.of("text", "from notes"))
                .toCompletableFuture()
                .get(15, TimeUnit.SECONDS);
        assertThat(ShellFixture.fx(() -> made.get(1).text.getText())).isEqualTo("from notes");
    }

    @Test
    void reportsWhatTheFeaturesThreadsThrow() throws Exception {
        shell.show("notes.main");
        var context = made.get(0).context();
        context.background().execute(() -> {
            throw new IllegalStateException("in the background");
        });
        context.ui().execute(() -> {
            throw new IllegalStateException("on the window's thread");
        });
        ShellFixture.until(
                "both",
                () -> shell.toasts().contains("Notes had a problem: in the background")
                        && shell.toasts().contains("Notes had a problem: on the window's thread"));
    }

    @Test
    void leavesAClosedContextHarmless() throws Exception {
        shell.show("notes.main");
        var context = made.get(0).context();
        shell.fire("#tab-notes-main .tab-close");
        ShellFixture.until("closed", () -> made.get(0).calls.contains("close") && shell.services.leased() == 0);
        context.notify(Notice.success("From beyond."));
        context.title("ghost");
        assertThat(context.show("map.main", Memento.EMPTY).toCompletableFuture())
                .isCompletedExceptionally();
        Thread.sleep(100);
        assertThat(shell.toasts()).isEmpty();
        assertThat(shell.has("#tab-map-main")).isFalse();
    }

    @Test
    void survivesAViewThatThrowsWhileItIsClosed() throws Exception {
        trap = Trap.CLOSE;
        shell.show("notes.main");
        shell.fire("#tab-notes-main .tab-close");
        ShellFixture.until("the lease's end", () -> shell.services.leased() == 0);
        assertThat(shell.has("#view-notes-main")).isFalse();
        assertThat(shell.all(".tab-header")).hasSize(1);
    }

    @Test
    void givesUpAnOpeningWhoseTabWasClosed() {
        shell.federation.pauseAt();
        shell.fire("#rail-map-main");
        shell.fire("#tab-map-main .tab-close");
        shell.federation.resume();
        ShellFixture.until("installed", () -> shell.federation.active("map").isPresent());
        ShellFixture.until("the lease's end", () -> made.size() == 1 && shell.services.leased() == 0);
        assertThat(made.get(0).calls).isEmpty();
    }

    @Test
    void aConstructorThatHangsEndsInAPanelThatNamesTheFeatureAndWhatItMakesLaterIsGivenBack() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        shell.services.view("notes.main@1.0.0", active -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return make(active.version());
        });
        var unused = shell.workbench().show("notes.main");

        ShellFixture.until("the panel", () -> shell.texts(".error-message").stream()
                .anyMatch(text -> text.contains(
                        "Expected notes 1.0.0 to create notes.main within 3 s, but its constructor is still running")));

        release.countDown();
        ShellFixture.until("the late one", () -> !made.isEmpty() && shell.services.leased() == 0);
        assertThat(shell.has(".error-message")).isTrue();
        shell.services.forget("notes.main@1.0.0");
        shell.fire("#error-retry");
        shell.node("#view-notes-main .text-area");
    }
}
