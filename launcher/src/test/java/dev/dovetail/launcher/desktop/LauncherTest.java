package dev.dovetail.launcher.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.PlatformDirectory;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.profile.Profile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    private Path directory;

    @Test
    void bringsUpAnEmptyWindowTakesItsPictureAndEnds() throws Exception {
        Home home = new Home(directory.resolve("home"));
        StringWriter said = new StringWriter();

        try (HomeLock lock = HomeLock.take(home);
                Launcher launcher = Launcher.start(lock, PlatformDirectory.in(directory), Profile.EMPTY, true)) {
            int verdict =
                    new HeadlessTour(launcher, List.of(), new PrintWriter(said)).open(directory.resolve("pictures"));

            assertThat(verdict).isZero();
            assertThat(launcher.workbench()).isPresent();
            assertThat(launcher.federation().snapshot().features()).isEmpty();
        }

        var picture = ImageIO.read(directory.resolve("pictures/features.png").toFile());
        assertThat(picture.getWidth()).isGreaterThanOrEqualTo(1000);
        assertThat(picture.getHeight()).isGreaterThanOrEqualTo(600);
        assertThat(home.directory().resolve("data/dev.dovetail.shell")).isDirectory();
    }
}
