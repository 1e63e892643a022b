package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views that are closed for a while, because two versions of their feature can't run at the same time. */
class SuspensionTest {

    private final NotesScene scene;
    private final ShellFixture shell;
    private Active old = new Active("", "", 0);
    private Active next = old;

    SuspensionTest(@TempDir Path directory) {
        scene = new NotesScene(directory);
        shell = scene.shell;
    }

    @BeforeEach
    void openTwoViews() throws Exception {
        scene.open("notes.a", "notes.b");
        old = scene.old();
        next = scene.next();
        scene.type("b 1.0.0", "hello world", 5);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void leavesAPictureOfEachViewAndNothingOfTheVersion() throws Exception {
        shell.workbench().suspend(old);

        assertThat(scene.view("a 1.0.0").calls).endsWith("close");
        assertThat(scene.view("b 1.0.0").calls).endsWith("close");
        assertThat(scene.isShown("b 1.0.0")).isFalse();
        assertThat(shell.services.leased()).isZero();
        assertThat(shell.node("#view-notes-b .suspended-view").isVisible()).isTrue();
    }

    @Test
    void comesBackInTheNextVersionWithItsStateAndTheKeyboard() throws Exception {
        shell.workbench().suspend(old);
        shell.workbench().resume(next);

        assertThat(scene.text("b 1.1.0")).isEqualTo("hello world");
        assertThat(scene.caret("b 1.1.0")).isEqualTo(5);
        assertThat(scene.isFocused("b 1.1.0")).isTrue();
        assertThat(scene.view("a 1.1.0").calls).containsExactly("open", "restored laid out");
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.toasts()).contains("Notes was updated to 1.1.0.");
    }

    @Test
    void takesNewViewsFromTheVersionThatResumed() throws Exception {
        shell.workbench().suspend(old);
        shell.workbench().resume(next);
        shell.fire("#tab-notes-b .tab-close");

        shell.show("notes.b");

        assertThat(scene.text("b 1.1.0")).isEqualTo("version 1.1.0");
    }

    @Test
    void staysSuspendedWhenOneViewCannotBeOpenedAndComesBackInTheOldVersion() throws Exception {
        scene.traps.put("b 1.1.0", Trap.OPEN);
        shell.workbench().suspend(old);

        assertThatThrownBy(() -> shell.workbench().resume(next)).isInstanceOf(HandOverException.class);
        assertThat(scene.isShown("a 1.1.0")).isFalse();
        assertThat(scene.view("a 1.1.0").calls).endsWith("close");
        assertThat(shell.node("#view-notes-b .suspended-view").isVisible()).isTrue();
        shell.workbench().resume(old);

        assertThat(scene.isShown("b 1.0.0")).isTrue();
        assertThat(scene.text("b 1.0.0")).isEqualTo("hello world");
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.toasts()).doesNotContain("Notes was updated to 1.1.0.");
    }

    @Test
    void aTabThatIsClosedMeanwhileStaysClosed() throws Exception {
        shell.workbench().suspend(old);
        shell.fire("#tab-notes-b .tab-close");
        shell.workbench().resume(next);

        assertThat(scene.isShown("a 1.1.0")).isTrue();
        assertThat(scene.made).doesNotContainKey("b 1.1.0");
        assertThat(shell.services.leased()).isEqualTo(1);
    }

    @Test
    void viewsThatDoNotComeBackFromClosingAreBackOnceTheyDo() {
        scene.traps.put("b 1.0.0", Trap.STUCK_AT_CLOSE);
        NoteView stuck = reopened("b");
        assertThatThrownBy(() -> shell.workbench().suspend(old))
                .isInstanceOf(HandOverException.class)
                .hasMessageContaining("did not come back");
        scene.traps.clear();
        stuck.release.countDown();
        ShellFixture.until(
                "both are back", () -> shell.all(".text-area").size() == 2 && scene.view("b 1.0.0") != stuck);
    }

    private NoteView reopened(String name) {
        shell.fire("#tab-notes-" + name + " .tab-close");
        try {
            shell.show("notes." + name);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return scene.view(name + " 1.0.0");
    }
}
