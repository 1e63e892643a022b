package dev.dovetail.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingsTest {

    private final Landings landings = new Landings();
    private final Path folder;
    private final Path jar;

    LandingsTest(@TempDir Path folder) {
        this.folder = folder;
        this.jar = folder.resolve("a.jar");
    }

    @BeforeEach
    void land() throws Exception {
        Files.write(jar, new byte[] {1, 2, 3});
        Landings.seal(jar);
        landings.add(jar);
    }

    @Test
    void whatLandedAndWasNotTouchedIsKnownOnce() throws Exception {
        assertThat(landings.take(jar)).isTrue();
        assertThat(landings.take(jar)).isFalse();
    }

    @Test
    void whatNeverLandedHereIsNotKnown() throws Exception {
        Path other = Files.write(folder.resolve("b.jar"), new byte[] {1, 2, 3});
        Landings.seal(other);

        assertThat(landings.take(other)).isFalse();
    }

    @Test
    void whatWasWrittenToAtTheSameMomentIsNotKnown() throws Exception {
        Files.write(jar, new byte[] {1, 2, 4});

        assertThat(landings.take(jar)).isFalse();
    }

    @Test
    void anotherFileInItsPlaceIsNotKnown() throws Exception {
        Path other = Files.write(folder.resolve("b.jar"), new byte[] {1, 2, 4});
        Landings.seal(other);
        Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);

        assertThat(landings.take(jar)).isFalse();
    }

    @Test
    void whatKeepsItsTimeOfChangeIsNotKnown() throws Exception {
        Path unsealed = Files.write(folder.resolve("c.jar"), new byte[] {1});
        landings.add(unsealed);

        assertThat(landings.take(unsealed)).isFalse();
    }
}
