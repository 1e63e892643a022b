package dev.dovetail.shell.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.HostView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case D11 of {@code docs/module-federation-cases.md}: whoever is asked for a fallback cannot leave nothing at all. */
class FallbackCasesTest {

    private final EmbedScene scene;
    private final ShellFixture shell;

    FallbackCasesTest(@TempDir Path directory) {
        scene = new EmbedScene(directory);
        shell = scene.shell;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @SuppressWarnings("NullAway") // What a feature returns that was compiled without it.
    void d11AFallbackThatIsNothingIsReplacedByTheShellsOwnPanel() throws Exception {
        scene.board = active -> HostView.with(wish -> wish.orElse(why -> null), "notes.main");
        scene.trap = Trap.OPEN;
        scene.open();
        EmbedScene.awaitPanel(shell);
        assertThat(shell.texts(".embed-message")).containsExactly("The note could not be shown: its file is locked.");
        scene.trap = Trap.NOWHERE;
        shell.fire(".embed-again");
        scene.settled();
        ShellFixture.until("the note", () -> scene.isShown(scene.note()));
    }
}
