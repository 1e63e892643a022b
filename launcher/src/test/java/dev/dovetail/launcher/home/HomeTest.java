package dev.dovetail.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.HomeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private final Path user = Path.of("/home/ada");

    @Test
    void liesWhereTheSystemKeepsApplicationsData() {
        assertThat(Home.usual("Linux", user, Map.of()).directory()).isEqualTo(user.resolve(".local/share/dovetail"));
        assertThat(Home.usual("Linux", user, Map.of("XDG_DATA_HOME", "/data")).directory())
                .isEqualTo(Path.of("/data/dovetail"));
        assertThat(Home.usual("Mac OS X", user, Map.of()).directory())
                .isEqualTo(user.resolve("Library/Application Support/Dovetail"));
        assertThat(Home.usual("Windows 11", user, Map.of("LOCALAPPDATA", "/local"))
                        .directory())
                .isEqualTo(Path.of("/local/Dovetail"));
    }

    @Test
    void makesADirectoryForEachOwnerOfData(@TempDir Path directory) throws Exception {
        Home home = new Home(directory.resolve("new"));

        assertThat(home.data("explorer")).isDirectory().isEqualTo(directory.resolve("new/data/explorer"));
        assertThat(home.log()).isEqualTo(directory.resolve("new/log"));
        assertThat(home.framework()).isEqualTo(directory.resolve("new/framework"));
        assertThat(home.theme()).isEqualTo(directory.resolve("new/theme"));
    }

    @Test
    void saysWhichPlaceIsNoDirectory(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a home");

        assertThatThrownBy(() -> new Home(file).make())
                .isInstanceOfSatisfying(HomeException.class, e -> {
                    assertThat(e.code()).isEqualTo("DT-HOME-010");
                    assertThat(e.hint()).contains("--home");
                })
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("not a home");
    }
}
