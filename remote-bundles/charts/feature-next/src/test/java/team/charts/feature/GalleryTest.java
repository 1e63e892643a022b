package team.charts.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import team.charts.desk.Desk;
import team.charts.plot.Png;
import team.charts.rehearsal.Context;
import team.charts.rehearsal.Opened;
import team.charts.rehearsal.Screen;
import team.charts.rehearsal.Tables;

/** Takes pictures for people to look at, in target/pictures; with -Dfonts=folder in the shell's fonts. */
class GalleryTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @BeforeAll
    static void start() throws Exception {
        Screen.start();
        String fonts = System.getProperty("fonts", "");
        if (!fonts.isEmpty()) {
            Screen.fonts(Path.of(fonts));
        }
    }

    @AfterAll
    static void light() {
        Screen.theme(false);
    }

    @ParameterizedTest
    @CsvSource({
        "bars, BAR, sales, Region, 1280, 800",
        "months, BAR, sales, Month, 1600, 1000",
        "lines, LINE, sales, Month, 1280, 800",
        "dots, SCATTER, cars, Weight, 1600, 1000",
        "empty, BAR, '', '', 1280, 800"
    })
    void drawsInManyColoursOnLightAndOnDarkGround(
            String name, String kind, String table, String x, int width, int height) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            Screen.theme(dark);
            Path file = PICTURES.resolve("%s-%s.png".formatted(name, dark ? "dark" : "light"));
            Png picture = picture(Memento.of("table", table).with("kind", kind).with("x", x), file, width, height);
            assertThat(IntStream.of(picture.argb()).distinct().count()).isGreaterThan(20);
            assertThat(Files.size(file)).isPositive();
        }
    }

    private static Png picture(Memento memento, Path file, int width, int height) {
        ChartBoard board = new ChartBoard(new Desk());
        if (!memento.text("table").orElse("").isEmpty()) {
            board.addTables(new Tables());
        }
        try (Opened opened = Opened.open(board, new Context(memento, PICTURES), width, height)) {
            opened.does(() -> hover(opened.find("#charts-chart", Region.class)));
            opened.picture(file);
            return opened.picture();
        }
    }

    private static boolean hover(Node chart) {
        Bounds bounds = chart.getLayoutBounds();
        double x = bounds.getWidth() * 0.62;
        double y = bounds.getHeight() * 0.55;
        chart.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                y,
                x,
                y,
                null,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null));
        return true;
    }
}
