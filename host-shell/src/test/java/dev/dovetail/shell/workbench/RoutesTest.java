package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FederationException;
import dev.dovetail.shell.fixture.MemoryFederation;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

    private final List<NoteView> notes = new CopyOnWriteArrayList<>();
    private final ShellFixture shell;

    RoutesTest(@TempDir Path directory) {
        shell = new ShellFixture(directory);
        shell.federation.offer(
                MemoryFederation.feature("notes", "Notes", "edit", "", "", new Available("1.0.0")),
                MemoryFederation.feature("other", "Other", "box", "", "", new Installed("1.0.0")));
        shell.services.view("notes.main", active -> {
            NoteView note = ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE));
            notes.add(note);
            return note;
        });
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void go(String route) throws Exception {
        shell.workbench().navigate(route).toCompletableFuture().get(15, TimeUnit.SECONDS);
    }

    @Test
    void aRouteInstallsTheFeatureAndOpensItsViewWithTheParameters() throws Exception {
        shell.start();
        go("notes/main?table=a%20b&series=x&series=y");
        assertThat(notes.get(0).context().parameters().text("table")).contains("a b");
        assertThat(notes.get(0).context().parameters().texts("series")).containsExactly("x", "y");
        assertThat(shell.node("#view-notes-main").isVisible()).isTrue();

        go("notes/main?table=c");
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).calls).endsWith("parameters {table=c}");
        notes.get(0)
                .context()
                .navigate("notes/main?table=d")
                .toCompletableFuture()
                .get(15, TimeUnit.SECONDS);
        assertThat(notes.get(0).calls).endsWith("parameters {table=d}");
    }

    @Test
    void aRouteThatIsNoneOrLeadsNowhereIsRefusedWithItsCode() throws Exception {
        shell.start();
        assertThatThrownBy(() -> go("notes/main?a=%zz")).hasCauseInstanceOf(FederationException.class);
        assertThatThrownBy(() -> go("nobody/main")).hasMessageContaining("no repository has \"nobody\"");
        assertThatThrownBy(() -> go("notes/elsewhere")).hasMessageContaining("found only notes/main");
        assertThat(shell.all(".tab-header")).hasSize(1);
    }

    @Test
    void thePaletteGoesToARouteThatIsTyped() throws Exception {
        shell.start();
        shell.fire("#command-field");
        TextField field = (TextField) shell.node("#palette-field");
        ShellFixture.run(() -> field.setText("notes/main?table=co2"));
        ShellFixture.run(() ->
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        ShellFixture.until("the note", () -> !notes.isEmpty() && shell.has("#view-notes-main .text-area"));
        assertThat(notes.get(0).context().parameters().text("table")).contains("co2");

        shell.fire("#command-field");
        ShellFixture.run(() -> field.setText("nobody/main"));
        ShellFixture.run(() ->
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        ShellFixture.until("a word of it", () -> shell.toasts().stream().anyMatch(text -> text.contains("\"nobody\"")));
    }

    @Test
    void aWindowThatIsAllAboutOneFeatureHasItsNameAndItsFirstViewAndNoOthers() throws Exception {
        shell.desktop.host("notes");
        shell.start();
        ShellFixture.until("the note", () -> shell.titled("Notes") && !notes.isEmpty());
        ShellFixture.until("it is open", () -> shell.has("#view-notes-main .text-area"));
        assertThat(ShellFixture.fx(() -> shell.node(".rail").isVisible())).isFalse();
        assertThat(ShellFixture.fx(() -> shell.node("#tab-features").isVisible()))
                .isFalse();
        assertThat(shell.texts(".app-name")).containsExactly("Notes");

        shell.fire("#command-field");
        TextField field = (TextField) shell.node("#palette-field");
        ShellFixture.run(() -> field.setText("Features"));
        ShellFixture.run(() ->
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertThat(ShellFixture.fx(() -> shell.node(".rail").isVisible())).isTrue();
    }

    @Test
    void aWindowForAFeatureThatNobodyOffersSaysSo() throws Exception {
        shell.desktop.host("nobody");
        shell.start();
        ShellFixture.until("a word of it", () -> shell.toasts().stream()
                .anyMatch(text -> text.startsWith("No repository offers the feature nobody.")));
        assertThat(ShellFixture.fx(() -> shell.node(".rail").isVisible())).isTrue();
    }
}
