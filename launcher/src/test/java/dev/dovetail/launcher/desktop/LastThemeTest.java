package dev.dovetail.launcher.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastThemeTest {

    @TempDir
    private Path directory;

    private LastTheme theme(String classPath) {
        return new LastTheme(directory.resolve("theme"), classPath);
    }

    @Test
    void isTheOneThatWasKeptLast() throws Exception {
        Path jar = directory.resolve("themes.jar");
        theme("").keep("jar:" + jar.toFile().toURI() + "!/light.css");
        theme("").keep("jar:" + jar.toFile().toURI() + "!/dark.css");

        assertThat(theme(jar.toString()).remembered())
                .contains("jar:" + jar.toFile().toURI() + "!/dark.css");
    }

    @Test
    void isNoneAtTheFirstStart() {
        assertThat(theme("").remembered()).isEmpty();
    }

    @Test
    void isNoneThatLiesElsewhereThanOnTheClassPath() throws Exception {
        Path jar = directory.resolve("themes.jar");
        for (String address : new String[] {
            "http://example.org/x.css",
            "jar:http://example.org/x.jar!/x.css",
            "",
            "jar:" + jar.toFile().toURI() + "x!/x.css"
        }) {
            Files.writeString(directory.resolve("theme"), address);

            assertThat(theme(jar.toString()).remembered()).as(address).isEmpty();
        }
    }

    @Test
    void isForgottenWhereItCantBeKept() throws Exception {
        Files.createDirectories(directory.resolve("theme"));

        theme("").keep("jar:file:/x.jar!/x.css");

        assertThat(theme("/x.jar").remembered()).isEmpty();
    }
}
