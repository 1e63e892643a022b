package team.explorer.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import team.explorer.tables.Sample;

class PicturesTest {

    @ParameterizedTest
    @CsvSource({"light, 1280, 800", "dark, 1600, 1000"})
    void showsEveryStateOfTheView(String theme, int width, int height) throws Exception {
        String name = theme + "-" + width;
        try (Stage stage = new Stage(width, height)) {
            if (theme.equals("dark")) {
                stage.dark();
            }
            stage.open(Memento.EMPTY);
            stage.picture(name + "-1-welcome");

            click(stage, "explorer-sample-elements");
            Label status = stage.find("explorer-status", Label.class);
            stage.until("the elements are shown", () -> status.getText().startsWith("118 rows"));
            stage.picture(name + "-2-table");

            TextArea sql = stage.find("explorer-sql", TextArea.class);
            type(stage, sql, Sample.ELEMENTS.question());
            stage.until("the blocks are counted", () -> status.getText().startsWith("4 rows"));
            stage.picture(name + "-3-answer");

            type(stage, sql, "SELECT name, wieght\nFROM elements\nWHERE block = 'd'");
            stage.until("the mistake is shown", () -> status.getText().equals("The query failed"));
            stage.picture(name + "-4-mistake");

            type(
                    stage,
                    sql,
                    "SELECT a.symbol AS one, b.symbol AS other, a.atomic_weight + b.atomic_weight AS weight"
                            + "\nFROM elements a JOIN elements b ON a.atomic_number < b.atomic_number");
            stage.until("the pairs are counted", () -> status.getText().startsWith("6,903 rows"));
            stage.picture(name + "-5-pages");

            type(stage, sql, "SELECT SUM(a.x * b.x)\nFROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b");
            stage.picture(name + "-6-running");
        }
        assertThat(Path.of("target", "pictures", name + "-5-pages.png")).isNotEmptyFile();
    }

    private static void click(Stage stage, String id) throws Exception {
        Button button = stage.find(id, Button.class);
        Stage.fx(() -> {
            button.fire();
            return null;
        });
    }

    private static void type(Stage stage, TextArea sql, String text) throws Exception {
        Stage.fx(() -> {
            sql.setText(text);
            return null;
        });
        click(stage, "explorer-run");
    }
}
