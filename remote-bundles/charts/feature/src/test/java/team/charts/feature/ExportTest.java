package team.charts.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import team.charts.board.BoardParts;
import team.charts.board.MarksLayer;
import team.charts.desk.Desk;
import team.charts.desk.ExportPng;
import team.charts.desk.Offers;
import team.charts.rehearsal.Context;
import team.charts.rehearsal.Screen;
import team.charts.rehearsal.Tables;

class ExportTest {

    private final Desk desk = new Desk();
    private final Offers offers = new Offers();

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws Exception {
        Screen.start();
        Screen.theme(false);
    }

    @Test
    void writesThePictureTwiceAsLarge() throws IOException {
        offers.add(new Tables());
        Context context = new Context(Memento.EMPTY, data);
        Path file = data.resolve("chart.png");
        shown(context, parts -> parts.exportTo(file));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(context.notices()).extracting(Notice::level).containsExactly(Notice.Level.SUCCESS);
    }

    @Test
    void saysWhyItCouldNotBeWritten() throws IOException {
        offers.add(new Tables());
        Context context = new Context(Memento.EMPTY, data);
        Path file = Files.writeString(data.resolve("file"), "").resolve("chart.png");
        shown(context, parts -> parts.exportTo(file));
        assertThat(context.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.level()).isEqualTo(Notice.Level.ERROR);
            assertThat(notice.text()).contains("chart.png").endsWith("Choose another place.");
        });
    }

    @Test
    void saysThatThereIsNothingToExport() {
        Context context = new Context(Memento.EMPTY, data);
        shown(context, parts -> new ExportPng(desk).run(context));
        assertThat(context.notices()).extracting(Notice::level).containsExactly(Notice.Level.WARNING);
    }

    @Test
    void opensABoardWhenThereIsNone() {
        Context context = new Context(Memento.EMPTY, data);
        new ExportPng(desk).run(context);
        assertThat(context.shown()).containsExactly("charts.board");
    }

    private void shown(Context context, java.util.function.Consumer<BoardParts> act) {
        Screen.run(() -> {
            Stage stage = new Stage();
            try (BoardParts parts = new BoardParts(context, offers, desk, new VBox(), List.of(new MarksLayer(2)))) {
                StackPane root = new StackPane(parts.middle());
                parts.start(root, root, state -> {});
                stage.setScene(new Scene(root, 400, 300));
                stage.show();
                act.accept(parts);
            }
            stage.close();
            return true;
        });
    }
}
