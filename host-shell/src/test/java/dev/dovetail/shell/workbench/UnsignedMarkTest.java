package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.shell.fixture.ShellFixture;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsignedMarkTest {

    private static final RepositoryStatus SIGNED = new RepositoryStatus(REPOSITORY, true, State.CONNECTED, "");
    private static final RepositoryStatus UNSIGNED =
            new RepositoryStatus(URI.create("http://localhost:8080/"), false, State.CONNECTED, "");

    private final Path directory;
    private ShellFixture shell;

    UnsignedMarkTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void open() throws Exception {
        shell = new ShellFixture(directory).start();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void know(RepositoryStatus... repositories) {
        shell.federation.repositories(List.of(repositories));
    }

    private void awaitMark(boolean shown) {
        Node mark = shell.node("#status-unsigned");
        ShellFixture.until(
                "the mark to be shown: " + shown,
                () -> ShellFixture.fx(() -> mark.isVisible() == shown && mark.isManaged() == shown));
    }

    @Test
    void nothingIsMarkedWhereAllIsSigned() {
        know(SIGNED);
        awaitMark(false);
        assertThat(shell.texts(".repository-row .unsigned")).isEmpty();
    }

    @Test
    void oneUnsignedRepositoryMarksTheWindowAndItsOwnRow() {
        know(SIGNED, UNSIGNED);
        awaitMark(true);
        assertThat(shell.texts("#status-unsigned")).containsExactly("Unsigned repository");
        ShellFixture.until("two rows", () -> shell.all(".repository-row").size() == 2);
        assertThat(shell.texts(".repository-row .unsigned")).containsExactly("Unsigned");
        assertThat(shell.texts(".repository-row .repository-url"))
                .containsExactly(REPOSITORY.toString(), "http://localhost:8080/");
    }

    @Test
    void theMarkGoesWithTheRepository() {
        know(UNSIGNED);
        awaitMark(true);
        know(SIGNED);
        awaitMark(false);
        ShellFixture.until("no marked row", () -> !shell.has(".repository-row .unsigned"));
    }

    @Test
    void itIsNoMatterWhetherTheRepositoryAnswers() {
        know(new RepositoryStatus(UNSIGNED.url(), false, State.AWAY, "DT-FETCH-001: gone"));
        awaitMark(true);
        ShellFixture.until("why", () -> shell.texts(".repository-state").contains("DT-FETCH-001: gone"));
    }

    @Test
    void aRowSaysHowItsRepositoryIs() {
        know(
                new RepositoryStatus(URI.create("https://a.example/"), true, State.UNASKED, ""),
                new RepositoryStatus(URI.create("https://b.example/"), true, State.CONNECTED, ""),
                new RepositoryStatus(URI.create("https://c.example/"), true, State.CONNECTED, "The clock is behind."),
                new RepositoryStatus(URI.create("https://d.example/"), true, State.AWAY, ""));
        ShellFixture.until("four rows", () -> shell.all(".repository-row").size() == 4);
        assertThat(shell.texts(".repository-state"))
                .containsExactly("Not asked yet", "Connected", "The clock is behind.", "Not reachable");
    }
}
