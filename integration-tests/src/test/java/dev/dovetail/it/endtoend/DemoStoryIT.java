package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo walks its story by itself to the end, and keeps pictures of it. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
final class DemoStoryIT {

    private static final List<String> STEPS = List.of(
            "nothing is downloaded yet",
            "Explorer is opened",
            "A query runs",
            "downloads Charts",
            "publishes 1.1.0",
            "updated while it is open",
            "Light turns to dark",
            "are killed",
            "Restarted without a network",
            "it runs");
    private static final int PICTURES = 9;
    private static final long DRAWN_BYTES = 10_000;
    private static final int DRAWN_COLOURS = 50;

    private final Java java;

    DemoStoryIT(Java java) {
        this.java = java;
    }

    @Test
    void walks_to_its_end_and_shows_something_else_in_each_picture(@TempDir Path pictures) throws Exception {
        Ended story = play(pictures).well();
        assertThat(story.out()).contains("Every step happened.").doesNotContain("failed");
        assertThat(story.out().lines().filter(line -> line.contains(" ms  ")))
                .hasSize(STEPS.size())
                .zipSatisfy(STEPS, (line, step) -> assertThat(line).contains(step));
        List<Path> files = Folder.files(pictures, ".png");
        assertThat(files).hasSize(PICTURES);
        Set<String> digests = new HashSet<>();
        for (Path file : files) {
            assertIsAPicture(file);
            digests.add(Folder.sha256(file));
        }
        assertThat(digests).as("pictures that differ").hasSize(PICTURES);
    }

    private Ended play(Path pictures) throws IOException, InterruptedException {
        String classPath = String.join(
                System.getProperty("path.separator"),
                Checkout.productJars(),
                Checkout.publisherJars(),
                Checkout.demoJars());
        List<String> command = new ArrayList<>(java.command(classPath, "-Ddovetail.demo=" + Checkout.demo()));
        command.addAll(List.of("dev.dovetail.demo.Demo", "--headless", "--screenshots", pictures.toString()));
        try (Product.Started demo = Product.Started.of(command, Map.of())) {
            return demo.end(Duration.ofMinutes(4));
        }
    }

    private static void assertIsAPicture(Path file) throws IOException {
        assertThat(Files.size(file)).as(file.toString()).isGreaterThan(DRAWN_BYTES);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isGreaterThan(1000);
        assertThat(picture.getHeight()).isGreaterThan(600);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(colours).as("colours of %s", file).hasSizeGreaterThan(DRAWN_COLOURS);
    }
}
