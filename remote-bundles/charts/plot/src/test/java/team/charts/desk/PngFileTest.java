package team.charts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import team.charts.plot.Png;

class PngFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("chart.png"), "old");
        PngFile.write(new Png(1, 1, new int[] {-1}), file);
        assertThat(Files.size(file)).isGreaterThan(50);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("chart.png/inside"));
        assertThatIOException().isThrownBy(() -> PngFile.write(new Png(1, 1, new int[] {-1}), taken.getParent()));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(taken.getParent());
        }
    }

    @ParameterizedTest
    @CsvSource({"Revenue by Month, Revenue by Month.png", "a/b:c?, a b c.png", "'', Chart.png", "..., Chart.png"})
    void namesFilesAsEverySystemTakesThem(String title, String name) {
        assertThat(PngFile.name(title)).isEqualTo(name);
    }
}
