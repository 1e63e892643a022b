package dev.dovetail.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private final Path directory;
    private final Path path;
    private final AtomicFile file;

    AtomicFileTest(@TempDir Path home) {
        directory = home.resolve("made/when/needed");
        path = directory.resolve("current");
        file = new AtomicFile(path);
    }

    private static byte[] filled(char letter) {
        byte[] bytes = new byte[300_000];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }

    @Test
    void makesItsDirectoryAndLeavesNothingElseInIt() throws Exception {
        file.write("1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(path).hasContent("1\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aReaderSeesTheOldOrTheNewContentNeverAMixture() throws Exception {
        byte[] old = filled('o');
        byte[] fresh = filled('n');
        file.write(old);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                for (int i = 0; i < 40; i++) {
                    file.write(i % 2 == 0 ? fresh : old);
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        int seen = 0;
        while (!writing.isDone() || seen == 0) {
            byte[] content = Files.readAllBytes(path);
            assertThat(Arrays.equals(content, old) || Arrays.equals(content, fresh))
                    .isTrue();
            seen++;
        }
        writing.get();
    }

    @Test
    void aWriteThatFailsLeavesTheOldAndNoTemporaryFile() throws Exception {
        Files.createDirectories(path.resolve("in the way"));
        assertThatIOException().isThrownBy(() -> file.write(new byte[5]));
        assertThat(path.resolve("in the way")).isDirectory();
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileNeedsADirectory() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AtomicFile(Path.of("/")));
    }
}
