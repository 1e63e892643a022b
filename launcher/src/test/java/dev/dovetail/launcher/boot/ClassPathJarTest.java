package dev.dovetail.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.connect.ConnectContent.ConnectEntry;

class ClassPathJarTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void aJar() throws IOException {
        file = directory.resolve("a.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("x/y.txt");
            entry.setTime(1_000_000_000_000L);
            zip.putNextEntry(entry);
            zip.write("words".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void hasTheEntriesOfTheJar() throws IOException {
        ClassPathJar jar = new ClassPathJar(file);
        jar.open();

        ConnectEntry entry = jar.getEntry("x/y.txt").orElseThrow();

        assertThat(jar.getEntries()).containsExactly("x/y.txt");
        assertThat(jar.getEntry("x/z.txt")).isEmpty();
        assertThat(entry.getName()).isEqualTo("x/y.txt");
        assertThat(entry.getContentLength()).isEqualTo(5);
        assertThat(entry.getLastModified()).isEqualTo(1_000_000_000_000L);
        try (InputStream in = entry.getInputStream()) {
            assertThat(in).hasContent("words");
        }
        jar.close();
    }

    @Test
    void canBeClosedAndOpenedAgain() throws IOException {
        ClassPathJar jar = new ClassPathJar(file);
        jar.open();
        jar.open();
        jar.close();
        jar.close();

        assertThatIllegalStateException().isThrownBy(jar::getEntries).withMessageContaining("a.jar");
        jar.open();
        assertThat(jar.getEntries()).hasSize(1);
        jar.close();
    }

    @Test
    void leavesTheHeadersToTheManifestAndTheClassesToTheClassPath() {
        assertThat(new ClassPathJar(file).getHeaders()).isEmpty();
        assertThat(new ClassPathJar(file).getClassLoader()).contains(ClassLoader.getSystemClassLoader());
    }
}
