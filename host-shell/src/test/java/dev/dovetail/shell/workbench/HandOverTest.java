package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {

    private final Path directory;

    HandOverTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private final Map<String, NoteView> made = new ConcurrentHashMap<>();
    private final Map<String, Trap> traps = new ConcurrentHashMap<>();
    private ShellFixture shell;
    private Active old;
    private Active next;

    @BeforeEach
    void openTwoViews() throws Exception {
        shell = new ShellFixture(directory);
        shell.federation.offer(new FeatureStatus(
                "notes",
                "Notes",
                "",
                "edit-3",
                "",
                REPOSITORY,
                new Updatable("1.0.0", "1.1.0"),
                List.of(
                        new Contribution.View("notes.a", "A", "edit", 1),
                        new Contribution.View("notes.b", "B", "edit", 2))));
        shell.services.view("notes.a", active -> make("a", active));
        shell.services.view("notes.b@1.0.0", active -> make("b", active));
        shell.services.view("notes.b@1.1.0", active -> make("b", active));
        shell.start();
        shell.show("notes.a");
        shell.show("notes.b");
        old = shell.federation.active("notes").orElseThrow();
        next = new Active("notes", "1.1.0", old.bundleId() + 1000);
    }

    private NoteView make(String name, Active active) {
        String key = name + " " + active.version();
        NoteView view = ShellFixture.fx(() -> new NoteView(active.version(), traps.getOrDefault(key, Trap.NOWHERE)));
        made.put(key, view);
        return view;
    }

    private NoteView view(String key) {
        NoteView view = made.get(key);
        if (view == null) {
            throw new AssertionError("not made: " + key);
        }
        return view;
    }

    private String text(String key) {
        return ShellFixture.fx(() -> view(key).text.getText());
    }

    private boolean isShown(String key) {
        return ShellFixture.fx(() -> view(key).text.getScene() != null);
    }

    private void type(String key, String text, int caret) {
        ShellFixture.run(() -> {
            view(key).text.setText(text);
            view(key).text.requestFocus();
            view(key).text.positionCaret(caret);
        });
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void carriesTextCaretAndFocusOverInAllTabs() throws Exception {
        type("a 1.0.0", "hidden tab", 0);
        type("b 1.0.0", "hello world", 5);
        shell.workbench().handOver(old, next);
        assertThat(text("a 1.1.0")).isEqualTo("hidden tab");
        assertThat(text("b 1.1.0")).isEqualTo("hello world");
        assertThat(view("a 1.1.0").calls).containsExactly("open", "restored laid out");
        assertThat(ShellFixture.fx(() -> view("b 1.1.0").text.getCaretPosition()))
                .isEqualTo(5);
        assertThat(ShellFixture.fx(() -> view("b 1.1.0").text.isFocused())).isTrue();
        assertThat(view("b 1.0.0").calls).endsWith("close");
        assertThat(isShown("b 1.0.0")).isFalse();
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.toasts()).contains("Notes was updated to 1.1.0.");
        assertThat(shell.node("#view-notes-b").isVisible()).isTrue();
        assertThat(shell.node("#view-notes-a").isVisible()).isFalse();
    }

    @Test
    void takesNewViewsFromTheNewVersion() throws Exception {
        shell.fire("#tab-notes-b .tab-close");
        shell.workbench().handOver(old, next);
        shell.show("notes.b");
        assertThat(text("b 1.1.0")).isEqualTo("version 1.1.0");
    }

    @Test
    void keepsEveryOldViewWhenOneNewOneCannotBeOpened() {
        traps.put("b 1.1.0", Trap.OPEN);
        assertKept();
        assertThat(view("b 1.1.0").calls).containsExactly("open", "close");
    }

    @Test
    void keepsEveryOldViewWhenOneNewOneCannotBeRestored() {
        traps.put("b 1.1.0", Trap.RESTORED);
        assertKept();
        assertThat(view("b 1.1.0").calls).containsExactly("open", "restored laid out", "close");
    }

    private void assertKept() {
        type("b 1.0.0", "precious", 3);
        Node before = shell.node("#view-notes-b .text-area");
        assertThatThrownBy(() -> shell.workbench().handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContaining("The view notes.b of notes 1.1.0 could not be opened")
                .hasMessageContaining("notes 1.0.0 stays open")
                .hasRootCauseMessage("The note could not be shown: its file is locked.");
        assertThat(shell.all("#view-notes-b .text-area")).containsExactly(before);
        assertThat(shell.all("#view-notes-a .text-area")).hasSize(1);
        assertThat(text("b 1.0.0")).isEqualTo("precious");
        assertThat(ShellFixture.fx(() -> view("b 1.0.0").text.isFocused())).isTrue();
        assertThat(ShellFixture.fx(() -> view("b 1.0.0").text.getCaretPosition()))
                .isEqualTo(3);
        assertThat(view("b 1.0.0").calls).doesNotContain("close");
        assertThat(view("a 1.1.0").calls).endsWith("close");
        assertThat(isShown("a 1.1.0")).isFalse();
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.toasts()).noneMatch(text -> text.contains("updated"));
    }

    @Test
    void keepsTheOldViewsWhenNoInstanceCanBeMade() {
        shell.services.view("notes.a", active -> {
            throw new IllegalStateException("no instance");
        });
        assertThatThrownBy(() -> shell.workbench().handOver(old, next)).hasMessageContaining("no instance");
        assertThat(isShown("a 1.0.0")).isTrue();
        assertThat(shell.services.leased()).isEqualTo(2);
    }

    @Test
    void usesTheLastStateOfAViewThatCannotSave() throws Exception {
        shell.fire("#tab-notes-b .tab-close");
        traps.put("b 1.0.0", Trap.SAVE);
        shell.show("notes.b");
        shell.workbench().handOver(old, next);
        assertThat(text("b 1.1.0")).isEqualTo("version 1.1.0");
    }

    @Test
    void closesTheTabOfAViewThatTheNewVersionNoLongerHas() throws Exception {
        Active without = new Active("notes", "2.0.0", old.bundleId() + 2000);
        shell.workbench().handOver(old, without);
        assertThat(shell.has("#tab-notes-b")).isFalse();
        assertThat(shell.has("#tab-notes-a")).isTrue();
        assertThat(view("b 1.0.0").calls).endsWith("close");
        assertThat(shell.toasts()).contains("Notes 2.0.0 no longer has B, so its tab was closed.");
        assertThat(shell.services.leased()).isEqualTo(1);
    }

    @Test
    void closesAllViewsOfAFeature() {
        shell.workbench().close(old);
        assertThat(shell.all(".tab-header")).hasSize(1);
        assertThat(view("a 1.0.0").calls).endsWith("close");
        assertThat(shell.services.leased()).isZero();
    }

    @Test
    void refusesToWaitForItself() {
        Object thrown = ShellFixture.fx(() -> {
            try {
                shell.workbench().handOver(old, next);
                return "nothing";
            } catch (IllegalStateException e) {
                return e;
            }
        });
        assertThat(thrown).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staysUsableAfterManyHandOvers() throws Exception {
        Active from = old;
        for (int n = 0; n < 21; n++) {
            Active to = new Active("notes", "1.1.0", 5_000 + n);
            shell.workbench().handOver(from, to);
            from = to;
        }
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.all("#view-notes-a .text-area")).hasSize(1);
        ShellFixture.run(() -> new StyleCacheCure(shell.scene()).apply());
        assertThat(ShellFixture.fx(() -> shell.scene().getStylesheets())).hasSize(1);
    }

    @Test
    void aVersionThatHoldsUpTheWindowForTooLongGivesTheViewsBack() {
        type("a 1.0.0", "kept", 0);
        traps.put("b 1.1.0", Trap.SLOW);
        assertThatThrownBy(() -> shell.workbench().handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContainingAll("notes.b of notes 1.1.0", "held up the window for", "notes 1.0.0 stays open");
        assertThat(isShown("b 1.0.0")).isTrue();
        assertThat(isShown("b 1.1.0")).isFalse();
        assertThat(text("a 1.0.0")).isEqualTo("kept");
        assertThat(shell.services.leased()).isEqualTo(2);
    }

    @Test
    void aViewThatDoesNotComeBackIsGivenUpAndShowsNothingWhenItDoes() {
        type("b 1.0.0", "kept", 0);
        traps.put("b 1.1.0", Trap.STUCK);
        assertThatThrownBy(() -> shell.workbench().handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContainingAll("did not come back within 6 s", "it is in", "NoteView.stick");
        view("b 1.1.0").release.countDown();
        ShellFixture.until("it is closed", () -> view("b 1.1.0").calls.contains("close"));
        assertThat(isShown("b 1.1.0")).isFalse();
        assertThat(isShown("b 1.0.0")).isTrue();
        assertThat(text("b 1.0.0")).isEqualTo("kept");
        assertThat(view("b 1.0.0").calls).doesNotContain("close");
        assertThat(shell.services.leased()).isEqualTo(2);
    }

    @Test
    void anOldViewThatDoesNotComeBackFromClosingHoldsUpNobodyButTheWindow() throws Exception {
        traps.put("b 1.0.0", Trap.STUCK_AT_CLOSE);
        shell.fire("#tab-notes-b .tab-close");
        shell.show("notes.b");
        shell.workbench().handOver(old, next);
        view("b 1.0.0").release.countDown();
        ShellFixture.until("the new one is there", () -> isShown("b 1.1.0"));
    }

    @Test
    void whoWasShownAndWhoFailedIsTold() throws Exception {
        assertThat(shell.federation.told()).contains("shown notes 1.0.0");
        traps.put("a 1.1.0", Trap.BUTTON);
        shell.workbench().handOver(old, next);
        assertThat(shell.federation.told()).endsWith("shown notes 1.1.0");

        ShellFixture.run(() -> view("a 1.1.0").button.fire());
        ShellFixture.until("fault", () -> shell.federation.told().stream().anyMatch(told -> told.startsWith("failed")));
        assertThat(shell.federation.told())
                .last()
                .asString()
                .startsWith("failed notes 1.1.0: ")
                .contains("its file is locked");
        view("b 1.1.0").context().background().execute(() -> {
            throw new IllegalStateException("no rows");
        });
        ShellFixture.until(
                "background", () -> shell.federation.told().stream().anyMatch(told -> told.contains("no rows")));
    }

    @Test
    void aViewThatCouldNotBeShownIsTriedAgainWithTheVersionThatCameBack() throws Exception {
        shell.fire("#tab-notes-b .tab-close");
        traps.put("b 1.0.0", Trap.OPEN);
        assertThatThrownBy(() -> shell.show("notes.b")).hasMessageContaining("its file is locked");
        ShellFixture.until("it is told", () -> shell.federation.told().stream()
                .anyMatch(told -> told.startsWith("failed notes 1.0.0: B could not be opened")));
        traps.clear();
        shell.workbench().handOver(old, next);
        ShellFixture.until("B is open again", () -> made.containsKey("b 1.0.0") && !shell.has(".error-panel"));
    }
}
