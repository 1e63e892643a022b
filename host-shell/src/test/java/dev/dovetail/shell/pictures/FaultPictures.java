package dev.dovetail.shell.pictures;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.Generation;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Draws what stands for a view whose feature fails: {@code FaultPictures DIRECTORY}. */
public final class FaultPictures {

    private static final String LONG =
            "Expected a table with a column named “day” in the selection that Tables hands on, found "
                    + "“date”, “weekday”, “temperature_mean_2m”, “precipitation_sum” and 31 more in "
                    + "a_directory_with_a_rather_long_name/observations-of-the-northern-stations-2026-q4-final-reviewed.csv. ";

    private final Path directory;

    private FaultPictures(Path directory) {
        this.directory = directory;
    }

    public static void main(String... arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        FaultPictures pictures = new FaultPictures(directory);
        pictures.draw("short", "The series is empty.");
        pictures.draw("long", LONG.repeat(4));
        System.exit(0);
    }

    private void draw(String name, String message) throws Exception {
        try (ShellFixture shell = new ShellFixture(Files.createTempDirectory("pictures"))) {
            shell.federation
                    .offer(
                            feature("charts", "Charts", "bar-chart-2", "Team Charts", "Bars.", new Installed("2.1.0")),
                            feature("board", "Board", "layout", "", "Boards.", new Installed("1.0.0")))
                    .kept(new Generation(
                            2,
                            Instant.EPOCH,
                            false,
                            false,
                            false,
                            List.of(new Generation.Lowered("charts", "Charts", "2.1.0", "2.0.4"))));
            shell.services.view("charts.main", active -> ShellFixture.fx(() -> new Failing(message)));
            shell.services.view("board.main", active -> new Narrow());
            shell.start();
            shell.show("charts.main");
            fail(shell, "#view-charts-main .button");
            both(shell, "fault-" + name, 1280);
            both(shell, "fault-" + name + "-narrow", 800);
            shell.show("board.main");
            ShellFixture.until("embedded", () -> shell.has(".embed-slot .button"));
            fail(shell, ".embed-slot .button");
            both(shell, "fault-" + name + "-embedded", 1280);
            shell.fire(".embed-disable");
            both(shell, "fault-" + name + "-disabled", 1280);
            shell.fire("#rail-features");
            both(shell, "fault-" + name + "-card", 1280);
        }
    }

    private static void fail(ShellFixture shell, String selector) throws InterruptedException {
        Button button = (Button) shell.node(selector);
        for (int n = 0; n < 3; n++) {
            ShellFixture.run(button::fire);
        }
        Thread.sleep(1200);
    }

    private void both(ShellFixture shell, String name, double width) throws Exception {
        for (Function<String, String> theme : List.<Function<String, String>>of(n -> n + "-light", n -> n + "-dark")) {
            ShellFixture.run(() -> {
                shell.stage().setWidth(width);
                shell.stage().setHeight(800);
            });
            Thread.sleep(400);
            Path file = directory.resolve(theme.apply(name) + ".png");
            Files.write(file, Png.of(ShellFixture.fx(() -> shell.scene().snapshot(null))));
            shell.fire("#theme-toggle");
            Thread.sleep(300);
        }
    }

    /** A view with a button that throws. */
    private static final class Failing implements FeatureView {

        private final String message;

        Failing(String message) {
            this.message = message;
        }

        @Override
        public Node open(ViewContext context) {
            Button button = new Button("Draw");
            button.setOnAction(pressed -> {
                throw new IllegalStateException(message);
            });
            return new VBox(new Label("A chart"), button);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** A board with a narrow place. */
    private static final class Narrow implements FeatureView {

        @Override
        public Node open(ViewContext context) {
            VBox box = new VBox(
                    context.embed(dev.dovetail.api.Embedding.of("charts.main")).node());
            box.setMaxSize(320, 260);
            box.setPrefSize(320, 260);
            box.setStyle("-fx-border-color: -color-border-default;");
            return new VBox(new Label("Board"), box);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
