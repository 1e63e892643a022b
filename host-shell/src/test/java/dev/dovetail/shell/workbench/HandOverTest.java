package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {

    private final NotesScene scene;
    private final ShellFixture shell;
    private Active old = new Active("", "", 0);
    private Active next = old;

    HandOverTest(@TempDir Path directory) {
        scene = new NotesScene(directory);
        shell = scene.shell;
    }

    @BeforeEach
    void openTwoViews() throws Exception {
        scene.open("notes.a", "notes.b");
        old = scene.old();
        next = scene.next();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void carriesTextCaretAndFocusOverInAllTabs() throws Exception {
        scene.type("a 1.0.0", "hidden tab", 0);
        scene.type("b 1.0.0", "hello world", 5);
        shell.workbench().handOver(old, next);
        assertThat(scene.text("a 1.1.0")).isEqualTo("hidden tab");
        assertThat(scene.text("b 1.1.0")).isEqualTo("hello world");
        assertThat(scene.view("a 1.1.0").calls).containsExactly("open", "restored laid out");
        assertThat(scene.caret("b 1.1.0")).isEqualTo(5);
        assertThat(scene.isFocused("b 1.1.0")).isTrue();
        assertThat(scene.view("b 1.0.0").calls).endsWith("close");
        assertThat(scene.isShown("b 1.0.0")).isFalse();
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
        assertThat(scene.text("b 1.1.0")).isEqualTo("version 1.1.0");
    }

    @Test
    void keepsEveryOldViewWhenOneNewOneCannotBeOpened() {
        scene.traps.put("b 1.1.0", Trap.OPEN);
        assertKept();
        assertThat(scene.view("b 1.1.0").calls).containsExactly("open", "close");
    }

    @Test
    void keepsEveryOldViewWhenOneNewOneCannotBeRestored() {
        scene.traps.put("b 1.1.0", Trap.RESTORED);
        assertKept();
        assertThat(scene.view("b 1.1.0").calls).containsExactly("open", "restored laid out", "close");
    }

    private void assertKept() {
        scene.type("b 1.0.0", "precious", 3);
        Node before = shell.node("#view-notes-b .text-area");
        assertThatThrownBy(() -> shell.workbench().handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContaining("The view notes.b of notes 1.1.0 could not be opened")
                .hasMessageContaining("notes 1.0.0 stays open")
                .hasRootCauseMessage("The note could not be shown: its file is locked.");
        assertThat(shell.all("#view-notes-b .text-area")).containsExactly(before);
        assertThat(shell.all("#view-notes-a .text-area")).hasSize(1);
        assertThat(scene.text("b 1.0.0")).isEqualTo("precious");
        assertThat(scene.isFocused("b 1.0.0")).isTrue();
        assertThat(scene.caret("b 1.0.0")).isEqualTo(3);
        assertThat(scene.view("b 1.0.0").calls).doesNotContain("close");
        assertThat(scene.view("a 1.1.0").calls).endsWith("close");
        assertThat(scene.isShown("a 1.1.0")).isFalse();
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.toasts()).noneMatch(text -> text.contains("updated"));
    }

    @Test
    void keepsTheOldViewsWhenNoInstanceCanBeMade() {
        shell.services.view("notes.a", active -> {
            throw new IllegalStateException("no instance");
        });
        assertThatThrownBy(() -> shell.workbench().handOver(old, next)).hasMessageContaining("no instance");
        assertThat(scene.isShown("a 1.0.0")).isTrue();
        assertThat(shell.services.leased()).isEqualTo(2);
    }

    @Test
    void usesTheLastStateOfAViewThatCannotSave() throws Exception {
        shell.fire("#tab-notes-b .tab-close");
        scene.traps.put("b 1.0.0", Trap.SAVE);
        shell.show("notes.b");
        shell.workbench().handOver(old, next);
        assertThat(scene.text("b 1.1.0")).isEqualTo("version 1.1.0");
    }

    @Test
    void closesTheTabOfAViewThatTheNewVersionNoLongerHas() throws Exception {
        Active without = new Active("notes", "2.0.0", old.bundleId() + 2000);
        shell.workbench().handOver(old, without);
        assertThat(shell.has("#tab-notes-b")).isFalse();
        assertThat(shell.has("#tab-notes-a")).isTrue();
        assertThat(scene.view("b 1.0.0").calls).endsWith("close");
        assertThat(shell.toasts()).contains("Notes 2.0.0 no longer has B, so its tab was closed.");
        assertThat(shell.services.leased()).isEqualTo(1);
    }

    @Test
    void closesAllViewsOfAFeature() {
        shell.workbench().close(old);
        assertThat(shell.all(".tab-header")).hasSize(1);
        assertThat(scene.view("a 1.0.0").calls).endsWith("close");
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
        scene.type("a 1.0.0", "kept", 0);
        scene.traps.put("b 1.1.0", Trap.SLOW);
        assertThatThrownBy(() -> shell.workbench().handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContainingAll("notes.b of notes 1.1.0", "held up the window for", "notes 1.0.0 stays open");
        assertThat(scene.isShown("b 1.0.0")).isTrue();
        assertThat(scene.isShown("b 1.1.0")).isFalse();
        assertThat(scene.text("a 1.0.0")).isEqualTo("kept");
        assertThat(shell.services.leased()).isEqualTo(2);
    }

    @Test
    void aViewThatDoesNotComeBackIsGivenUpAndShowsNothingWhenItDoes() {
        scene.type("b 1.0.0", "kept", 0);
        scene.traps.put("b 1.1.0", Trap.STUCK);
        assertThatThrownBy(() -> shell.workbench().handOver(old, next))
                .isInstanceOf(HandOverException.class)
                .hasMessageContainingAll("did not come back within 6 s", "it is in", "NoteView.stick");
        scene.view("b 1.1.0").release.countDown();
        ShellFixture.until("it is closed", () -> scene.view("b 1.1.0").calls.contains("close"));
        assertThat(scene.isShown("b 1.1.0")).isFalse();
        assertThat(scene.isShown("b 1.0.0")).isTrue();
        assertThat(scene.text("b 1.0.0")).isEqualTo("kept");
        assertThat(scene.view("b 1.0.0").calls).doesNotContain("close");
        assertThat(shell.services.leased()).isEqualTo(2);
    }

    @Test
    void anOldViewThatDoesNotComeBackFromClosingHoldsUpNobodyButTheWindow() throws Exception {
        scene.traps.put("b 1.0.0", Trap.STUCK_AT_CLOSE);
        shell.fire("#tab-notes-b .tab-close");
        shell.show("notes.b");
        shell.workbench().handOver(old, next);
        scene.view("b 1.0.0").release.countDown();
        ShellFixture.until("the new one is there", () -> scene.isShown("b 1.1.0"));
    }

    @Test
    void whoWasShownAndWhoFailedIsTold() throws Exception {
        assertThat(shell.federation.told()).contains("shown notes 1.0.0");
        scene.traps.put("a 1.1.0", Trap.BUTTON);
        shell.workbench().handOver(old, next);
        assertThat(shell.federation.told()).endsWith("shown notes 1.1.0");

        ShellFixture.run(() -> scene.view("a 1.1.0").button.fire());
        ShellFixture.until("fault", () -> shell.federation.told().stream().anyMatch(told -> told.startsWith("failed")));
        assertThat(shell.federation.told())
                .last()
                .asString()
                .startsWith("failed notes 1.1.0: ")
                .contains("its file is locked");
        scene.view("b 1.1.0").context().background().execute(() -> {
            throw new IllegalStateException("no rows");
        });
        ShellFixture.until(
                "background", () -> shell.federation.told().stream().anyMatch(told -> told.contains("no rows")));
    }

    @Test
    void aViewThatCouldNotBeShownIsTriedAgainWithTheVersionThatCameBack() throws Exception {
        shell.fire("#tab-notes-b .tab-close");
        scene.traps.put("b 1.0.0", Trap.OPEN);
        assertThatThrownBy(() -> shell.show("notes.b")).hasMessageContaining("its file is locked");
        ShellFixture.until("it is told", () -> shell.federation.told().stream()
                .anyMatch(told -> told.startsWith("failed notes 1.0.0: B could not be opened")));
        scene.traps.clear();
        shell.workbench().handOver(old, next);
        ShellFixture.until("B is open again", () -> scene.made.containsKey("b 1.0.0") && !shell.has(".error-panel"));
    }
}
