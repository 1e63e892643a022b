package team.explorer.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFileCommandTest {

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(1280, 800);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void opensTheFilesAndShowsTheView() throws Exception {
        stage.open(Memento.EMPTY);
        run(Files.writeString(folder.resolve("moons.csv"), "name,radius\nIo,1821.6\n"));

        stage.until("the view is asked for", () -> stage.shell.shown.containsKey("explorer.tables"));
        Label status = stage.find("explorer-status", Label.class);
        stage.until("the file is shown", () -> status.getText().startsWith("1 row "));
    }

    @Test
    void saysWhichFileCanNotBeOpened() throws Exception {
        run(folder);

        stage.until("a notice is shown", () -> !stage.shell.notices.isEmpty());
        assertThat(stage.shell.notices)
                .containsExactly(Notice.error(folder + " is a folder. Choose a CSV file inside it."));
    }

    @Test
    void doesNothingWhenNoFileIsChosen() throws Exception {
        Stage.fx(() -> {
            new OpenFileCommand(stage.workspace, stage.dialogs).run(stage.shell);
            return null;
        });

        assertThat(stage.shell.shown).isEmpty();
    }

    private void run(Path file) throws Exception {
        stage.dialogs.toOpen = List.of(file);
        Stage.fx(() -> {
            new OpenFileCommand(stage.workspace, stage.dialogs).run(stage.shell);
            return null;
        });
    }
}
