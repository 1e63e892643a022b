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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views that are closed for a while, because two versions of their feature can't run at the same time. */
class SuspensionTest {

    private final Map<String, NoteView> made = new ConcurrentHashMap<>();
    private final Map<String, Trap> traps = new ConcurrentHashMap<>();
    private final ShellFixture shell;
    private Active old = new Active("", "", 0);
    private Active next = old;

    SuspensionTest(@TempDir Path directory) throws Exception {
        shell = new ShellFixture(directory);
    }

    @BeforeEach
    void openTwoViews() throws Exception {
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
        ShellFixture.run(() -> {
            view("b 1.0.0").text.setText("hello world");
            view("b 1.0.0").text.requestFocus();
            view("b 1.0.0").text.positionCaret(5);
        });
    }

    @AfterEach
    void close() {
        shell.close();
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

    private boolean isShown(String key) {
        return ShellFixture.fx(() -> view(key).text.getScene() != null);
    }

    @Test
    void leavesAPictureOfEachViewAndNothingOfTheVersion() throws Exception {
        shell.workbench().suspend(old);

        assertThat(view("a 1.0.0").calls).endsWith("close");
        assertThat(view("b 1.0.0").calls).endsWith("close");
        assertThat(isShown("b 1.0.0")).isFalse();
        assertThat(shell.services.leased()).isZero();
        assertThat(shell.node("#view-notes-b .suspended-view").isVisible()).isTrue();
    }

    @Test
    void comesBackInTheNextVersionWithItsStateAndTheKeyboard() throws Exception {
        shell.workbench().suspend(old);
        shell.workbench().resume(next);

        assertThat(ShellFixture.fx(() -> view("b 1.1.0").text.getText())).isEqualTo("hello world");
        assertThat(ShellFixture.fx(() -> view("b 1.1.0").text.getCaretPosition()))
                .isEqualTo(5);
        assertThat(ShellFixture.fx(() -> view("b 1.1.0").text.isFocused())).isTrue();
        assertThat(view("a 1.1.0").calls).containsExactly("open", "restored laid out");
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.toasts()).contains("Notes was updated to 1.1.0.");
    }

    @Test
    void takesNewViewsFromTheVersionThatResumed() throws Exception {
        shell.workbench().suspend(old);
        shell.workbench().resume(next);
        shell.fire("#tab-notes-b .tab-close");

        shell.show("notes.b");

        assertThat(ShellFixture.fx(() -> view("b 1.1.0").text.getText())).isEqualTo("version 1.1.0");
    }

    @Test
    void staysSuspendedWhenOneViewCannotBeOpenedAndComesBackInTheOldVersion() throws Exception {
        traps.put("b 1.1.0", Trap.OPEN);
        shell.workbench().suspend(old);

        assertThatThrownBy(() -> shell.workbench().resume(next)).isInstanceOf(HandOverException.class);
        assertThat(isShown("a 1.1.0")).isFalse();
        assertThat(view("a 1.1.0").calls).endsWith("close");
        assertThat(shell.node("#view-notes-b .suspended-view").isVisible()).isTrue();
        shell.workbench().resume(old);

        assertThat(isShown("b 1.0.0")).isTrue();
        assertThat(ShellFixture.fx(() -> view("b 1.0.0").text.getText())).isEqualTo("hello world");
        assertThat(shell.services.leased()).isEqualTo(2);
        assertThat(shell.toasts()).doesNotContain("Notes was updated to 1.1.0.");
    }

    @Test
    void aTabThatIsClosedMeanwhileStaysClosed() throws Exception {
        shell.workbench().suspend(old);
        shell.fire("#tab-notes-b .tab-close");
        shell.workbench().resume(next);

        assertThat(isShown("a 1.1.0")).isTrue();
        assertThat(made).doesNotContainKey("b 1.1.0");
        assertThat(shell.services.leased()).isEqualTo(1);
    }

    @Test
    void views_that_do_not_come_back_from_closing_are_back_once_they_do() {
        traps.put("b 1.0.0", Trap.STUCK_AT_CLOSE);
        NoteView stuck = reopened("b");
        assertThatThrownBy(() -> shell.workbench().suspend(old))
                .isInstanceOf(HandOverException.class)
                .hasMessageContaining("did not come back");
        traps.clear();
        stuck.release.countDown();
        ShellFixture.until("both are back", () -> shell.all(".text-area").size() == 2 && view("b 1.0.0") != stuck);
    }

    private NoteView reopened(String name) {
        shell.fire("#tab-notes-" + name + " .tab-close");
        try {
            shell.show("notes." + name);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return view(name + " 1.0.0");
    }
}
