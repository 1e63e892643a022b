package team.explorer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {

    @TempDir
    private Path folder;

    @Test
    void quotesWhatNeedsQuotes() throws IOException {
        Path target = folder.resolve("out.csv");

        CsvExport.<IOException>write(target, sink -> {
            sink.row(List.of("name", "note"));
            sink.row(List.of("Io", "a, \"b\"\nc"));
        });

        assertThat(target).hasContent("name,note\r\nIo,\"a, \"\"b\"\"\nc\"\r\n");
    }

    @Test
    void leavesTheOldFileWhenItFailsOnTheWay() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() -> CsvExport.<IOException>write(target, sink -> {
                    sink.row(List.of("new"));
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
