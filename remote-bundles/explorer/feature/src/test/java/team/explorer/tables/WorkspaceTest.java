package team.explorer.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import team.explorer.api.Table;
import team.explorer.api.TableInfo;
import team.explorer.api.TableSource.Following;
import team.explorer.query.Cancellation;
import team.explorer.query.Question;
import team.explorer.query.SqlProblem;

class WorkspaceTest {

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private FileSource moons;

    @BeforeEach
    void write() throws IOException {
        moons = new FileSource(
                Files.writeString(folder.resolve("My moons.csv"), "name,radius\nIo,1821.6\nEuropa,1560.80\n"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void offersNothingAtFirst() {
        assertThat(workspace.tables()).isEmpty();
    }

    @Test
    void offersOpenFilesAndTheLastResult() throws Exception {
        OpenTable table = workspace.open(moons);
        ask("SELECT name FROM my_moons WHERE radius > 1800");

        assertThat(table.name()).isEqualTo("my_moons");
        assertThat(workspace.tables())
                .containsExactly(new TableInfo("result", "Result", 1), new TableInfo(moons.id(), "my_moons", 2));
        assertThat(workspace.read("result", 10).rows()).containsExactly(List.of("Io"));
        assertThat(workspace.read(moons.id(), 1).rows()).containsExactly(List.of("Io", "1821.6"));
    }

    @Test
    void readsAFileThatIsNotOpenByTheIdOfItsTable() throws IOException {
        Table table = workspace.read(moons.id(), 10);

        assertThat(table.rows()).hasSize(2);
        assertThat(workspace.openTables()).isEmpty();
        assertThat(workspace.read("sample:co2", 1).rows()).containsExactly(List.of("1959", "315.98"));
    }

    @Test
    void saysReadablyWhatIsGone() throws IOException {
        Files.delete(moons.path());

        assertThatThrownBy(() -> workspace.read(moons.id(), 10))
                .isInstanceOf(IOException.class)
                .hasMessage(moons.path() + " isn't there any more. Was it moved or renamed?");
        assertThatThrownBy(() -> workspace.read("nonsense", 10)).hasMessageContaining("There is no table “nonsense”");
        assertThatThrownBy(() -> workspace.read("result", 10)).hasMessageContaining("There is no result yet");
    }

    @Test
    void readsAFileAgainWhenItIsOpenedAgain() throws Exception {
        workspace.open(moons);
        Files.writeString(moons.path(), "name,radius\nTitan,2574.7\n");

        workspace.open(moons);

        assertThat(workspace.openTables()).hasSize(1);
        assertThat(ask("SELECT name FROM my_moons")).containsExactly(List.of("Titan"));
    }

    @Test
    void keepsTheOldTableWhenTheNewContentIsBroken() throws Exception {
        workspace.open(moons);
        Files.writeString(moons.path(), "name,radius\nTitan\n");

        assertThatThrownBy(() -> workspace.open(moons)).hasMessageContaining("line 2");
        assertThat(ask("SELECT name FROM my_moons")).hasSize(2);
    }

    @Test
    void givesFilesOfOneNameTwoTables() throws IOException {
        workspace.open(moons);
        Path other = Files.createDirectory(folder.resolve("other")).resolve("My moons.csv");
        Files.writeString(other, "a\n1\n");

        assertThat(workspace.open(new FileSource(other)).name()).isEqualTo("my_moons_2");
    }

    @Test
    void letsGoOfAClosedTable() throws Exception {
        workspace.open(moons);

        workspace.close(moons.id());

        assertThat(workspace.tables()).isEmpty();
        assertThatThrownBy(() -> ask("SELECT * FROM my_moons")).hasMessageContaining("no table");
    }

    @Test
    void tellsFollowersUntilTheyHaveEnough() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        Following following = workspace.follow(changes::incrementAndGet);
        workspace.open(moons);
        ask("SELECT 1");
        assertThat(changes).hasValue(2);

        following.close();
        workspace.close(moons.id());

        assertThat(changes).hasValue(2);
    }

    @Test
    void tellsTheOthersWhenOneFollowerFails() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        workspace.follow(() -> {
            throw new IllegalStateException("expected by this test");
        });
        workspace.follow(changes::incrementAndGet);

        workspace.open(moons);

        assertThat(changes).hasValue(1);
    }

    @Test
    void exportsAllPages() throws Exception {
        Path target = folder.resolve("out.csv");

        workspace.export(Question.first("SELECT x AS n FROM SYSTEM_RANGE(1, 1000)"), target, new Cancellation());

        assertThat(Files.readAllLines(target))
                .hasSize(1001)
                .startsWith("n", "1")
                .endsWith("1000");
    }

    @Test
    void leavesNoFileWhenTheExportFails() {
        Path target = folder.resolve("out.csv");

        assertThatThrownBy(() -> workspace.export(
                        Question.first("SELECT 1 / (500 - x) FROM SYSTEM_RANGE(1, 1000)"), target, new Cancellation()))
                .isInstanceOf(SqlProblem.class);

        assertThat(folder).isDirectoryNotContaining("glob:**out.csv*");
    }

    @Test
    void answersReadablyOnceItIsClosed() throws IOException {
        workspace.open(moons);
        workspace.close();

        assertThat(workspace.tables()).isEmpty();
        assertThatThrownBy(() -> ask("SELECT 1")).hasMessage("The Explorer was stopped. Open it again.");
    }

    @Test
    void livesBesideAnotherOneWithOtherTablesOfTheSameName() throws Exception {
        try (Workspace next = new Workspace()) {
            workspace.open(moons);
            next.open(moons);
            workspace.close();

            assertThat(next.ask(Question.first("SELECT * FROM my_moons"), new Cancellation())
                            .total())
                    .isEqualTo(2);
        }
    }

    private List<List<String>> ask(String sql) throws SqlProblem {
        return workspace.ask(Question.first(sql), new Cancellation()).rows();
    }
}
