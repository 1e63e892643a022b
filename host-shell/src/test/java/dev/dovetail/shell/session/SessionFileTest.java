package dev.dovetail.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.shell.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {

    private final Path directory;

    SessionFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void hasNothingToReadAtFirst() throws IOException {
        assertThat(new SessionFile(directory, Optional.empty()).read()).isEmpty();
    }

    @Test
    void replacesTheFileAndLeavesNothingBesideIt() throws IOException {
        SessionFile file = new SessionFile(directory, Optional.empty());
        Session dark = new Session(Theme.DARK, Optional.empty(), List.of(), Optional.empty(), Map.of(), Set.of());
        file.write(Session.FRESH);
        file.write(dark);
        assertThat(file.read()).contains(dark);
        assertThat(directory).isDirectoryContaining(path -> path.endsWith("session.properties"));
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void putsAnUnreadableFileAsideAndSaysWhy() throws IOException {
        Files.writeString(directory.resolve("session.properties"), "format=77\n");
        SessionFile file = new SessionFile(directory, Optional.empty());
        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("found format=77")
                .hasMessageContaining("session.broken");
        assertThat(file.read()).isEmpty();
        assertThat(directory.resolve("session.broken")).hasContent("format=77");
    }

    @Test
    void putsAFileAsideThatIsNoText() throws IOException {
        Files.write(directory.resolve("session.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> new SessionFile(directory, Optional.empty()).read())
                .isInstanceOf(IOException.class);
        assertThat(directory.resolve("session.broken")).exists();
    }
}
