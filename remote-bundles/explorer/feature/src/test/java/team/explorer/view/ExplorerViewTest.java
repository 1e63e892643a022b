package team.explorer.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import team.explorer.tables.Sample;

class ExplorerViewTest {

    private static final String PAIRS = "SELECT a.atomic_number * 1000 + b.atomic_number AS pair, a.symbol"
            + " FROM elements a CROSS JOIN elements b ORDER BY pair";

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(1280, 800);
        stage.open(Memento.EMPTY);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void offersTheSamplesAtFirst() throws Exception {
        assertThat(stage.shows("explorer-samples")).isTrue();
        assertThat(stage.shows("explorer-sql")).isFalse();
    }

    @Test
    void showsASampleWithOneClick() throws Exception {
        openElements();

        assertThat(rows()).hasSize(118).startsWith(List.of("1", "H", "Hydrogen", "1", "1", "s", "gas", "1.008"));
        assertThat(stage.shows("explorer-samples")).isFalse();
        assertThat(stage.shows("explorer-sample-co2")).isTrue();
    }

    @Test
    void opensFilesOfThePerson() throws Exception {
        stage.dialogs.toOpen = List.of(Files.writeString(folder.resolve("Moons.csv"), "name,radius\nIo,1821.6\n"));
        click("explorer-welcome-open");

        untilStatus("1 row ");
        assertThat(sql().getText()).isEqualTo("SELECT * FROM moons");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        stage.dialogs.toOpen = List.of(Files.writeString(folder.resolve("Moons.csv"), "name,radius\nIo\n"));
        click("explorer-welcome-open");

        stage.until("a notice is shown", () -> !stage.shell.notices.isEmpty());
        assertThat(stage.shell.notices)
                .containsExactly(Notice.error("Moons.csv, line 2: expected 2 cells as in the first line, found: 1"));
    }

    @Test
    void turnsPages() throws Exception {
        openElements();
        run(PAIRS);
        untilStatus("13,924 rows");

        click("explorer-next");
        stage.until("the second page is shown", () -> text("explorer-range").startsWith("Rows 201–400"));
        click("explorer-last");
        stage.until("the last page is shown", () -> text("explorer-range").equals("Rows 13,801–13,924 of 13,924"));

        assertThat(rows()).hasSize(124).endsWith(List.of("118118", "Og"));
    }

    @Test
    void sortsTheWholeAnswerByAHeading() throws Exception {
        openElements();
        run(PAIRS);
        untilStatus("13,924 rows");

        sortBy(1);
        sortBy(1);
        assertThat(table().getSortOrder()).hasSize(1);

        stage.until("the largest come first", () -> rows().get(0).get(0).equals("118118"));
    }

    @Test
    void showsWhereTheSqlIsWrong() throws Exception {
        openElements();
        run("SELECT name,\n wieght FROM elements");

        assertThat(stage.find("explorer-problem", Button.class).getText())
                .startsWith("Line 2, column 2: There is no column “wieght”.");
        click("explorer-problem");
        assertThat(Stage.fx(() -> sql().getSelectedText()).strip()).isEqualTo("wieght");
    }

    @Test
    void cancelsWhatRuns() throws Exception {
        openElements();
        run("SELECT SUM(a.x * b.x) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b");
        click("explorer-cancel");

        untilStatus("Cancelled");
        assertThat(rows()).hasSize(118);
    }

    @Test
    void exportsTheWholeAnswer() throws Exception {
        openElements();
        run(PAIRS);
        untilStatus("13,924 rows");
        Path target = folder.resolve("pairs.csv");
        stage.dialogs.toSave = Optional.of(target);

        click("explorer-export");

        stage.until("the export is done", () -> stage.shell.notices.contains(Notice.success("Exported to pairs.csv")));
        assertThat(Files.readAllLines(target)).hasSize(13_925).startsWith("pair,symbol", "1001,H");
    }

    @Test
    void chartsATableAsItself() throws Exception {
        click("explorer-sample-co2");
        untilStatus("65 rows");
        click("explorer-chart");

        assertThat(stage.shell.shown.get("charts.board"))
                .isEqualTo(Memento.of("table", "sample:co2")
                        .with("kind", "LINE")
                        .with("x", "year")
                        .with("series", "co2_ppm"));
    }

    @Test
    void chartsAnAnswerAsTheResult() throws Exception {
        openElements();
        run(Sample.ELEMENTS.question());
        untilStatus("4 rows");
        click("explorer-chart");

        assertThat(stage.shell.shown.get("charts.board"))
                .isEqualTo(Memento.of("table", "result")
                        .with("kind", "BAR")
                        .with("x", "block")
                        .with("series", "elements\u001fmean_weight"));
    }

    @Test
    void looksTheSameAfterAnUpdate() throws Exception {
        openElements();
        run(PAIRS);
        untilStatus("13,924 rows");
        click("explorer-next");
        stage.until("the second page is shown", () -> text("explorer-range").startsWith("Rows 201–400"));
        Stage.fx(() -> {
            sql().setText(PAIRS + ";\nSELECT draft");
            sql().requestFocus();
            sql().selectRange(3, 9);
            table().getSelectionModel().clearAndSelect(120);
            table().scrollTo(110);
            return null;
        });
        stage.picture("update-before");
        Memento before = stage.save();

        stage.replace();

        assertThat(rows()).hasSize(200).startsWith(List.of("2083", "He"));
        stage.picture("update-after");
        assertThat(stage.save().with("answer", "")).isEqualTo(before.with("answer", ""));
        stage.until("it has asked again", () -> text("explorer-status").endsWith(" ms"));
        assertThat(stage.save().with("answer", "")).isEqualTo(before.with("answer", ""));
    }

    @Test
    void runsAgainWhatWasRunningDuringAnUpdate() throws Exception {
        openElements();
        run("SELECT SUM(a.x * b.x) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b");

        stage.replace();

        stage.until("it runs again", () -> text("explorer-status").equals("Running…"));
        click("explorer-cancel");
        untilStatus("Cancelled");
    }

    @Test
    void comesBackAfterARestartWithoutAnyTable() throws Exception {
        openElements();
        run(Sample.ELEMENTS.question());
        untilStatus("4 rows");
        Memento saved = stage.save();
        stage.close();

        stage = new Stage(1280, 800);
        stage.open(saved);

        assertThat(rows()).hasSize(4);
        stage.until(
                "the table is open again", () -> !stage.workspace.openTables().isEmpty());
        untilStatus("4 rows");
    }

    @Test
    void goesOnWithoutAFileThatIsGone() throws Exception {
        Path moons = Files.writeString(folder.resolve("moons.csv"), "name,radius\nIo,1821.6\n");
        stage.dialogs.toOpen = List.of(moons);
        click("explorer-welcome-open");
        untilStatus("1 row ");
        Memento saved = stage.save();
        stage.close();
        Files.delete(moons);

        stage = new Stage(1280, 800);
        stage.open(saved);

        stage.until("the welcome is shown", () -> shows("explorer-samples"));
        assertThat(stage.shell.notices)
                .extracting(Notice::text)
                .singleElement()
                .asString()
                .contains("moons.csv");
        assertThat(stage.save().text("sql")).contains("SELECT * FROM moons");
    }

    @Test
    void isForgottenOnceItIsClosed() throws Exception {
        openElements();
        WeakReference<TextArea> old = new WeakReference<>(sql());
        stage.replace();
        stage.find("explorer-sql", TextArea.class);

        for (int i = 0; i < 50 && old.get() != null; i++) {
            System.gc();
            Stage.fx(() -> null);
            Thread.sleep(50);
        }

        assertThat(old.get()).isNull();
    }

    private void openElements() throws Exception {
        click("explorer-sample-elements");
        untilStatus("118 rows");
    }

    private void run(String text) throws Exception {
        TextArea sql = sql();
        Stage.fx(() -> {
            sql.setText(text);
            return null;
        });
        click("explorer-run");
    }

    private void click(String id) throws Exception {
        Button button = stage.find(id, Button.class);
        Stage.fx(() -> {
            button.fire();
            return null;
        });
    }

    private void sortBy(int column) throws Exception {
        Stage.fx(() -> {
            var heading = table().getColumns().get(column);
            if (table().getSortOrder().contains(heading)) {
                heading.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
            } else {
                table().getSortOrder().setAll(List.of(heading));
            }
            return null;
        });
    }

    private void untilStatus(String beginning) throws Exception {
        stage.find("explorer-status", Label.class);
        stage.until("the status is " + beginning, () -> text("explorer-status").startsWith(beginning));
    }

    private String text(String id) {
        try {
            return stage.find(id, Label.class).getText();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private boolean shows(String id) {
        try {
            return stage.shows(id);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private TextArea sql() throws Exception {
        return stage.find("explorer-sql", TextArea.class);
    }

    private List<List<String>> rows() {
        try {
            return List.copyOf(Stage.fx(() -> table().getItems()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private TableView<List<String>> table() throws Exception {
        return stage.find("explorer-result", TableView.class);
    }
}
