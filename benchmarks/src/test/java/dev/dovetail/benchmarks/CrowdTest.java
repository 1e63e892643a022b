package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.generation.Lockfile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {

    @TempDir
    Path directory;

    @Test
    void aCrowdedHomeHasThatManyFeaturesAndTwoViewsToOpen() throws Exception {
        Path home = directory.resolve("home");
        Disk.at(home)
                .generations()
                .commit(new Lockfile(1, Lockfile.EMPTY.bundles(), Lockfile.EMPTY.features()), new byte[0]);

        Path data = Crowd.around(home, directory.resolve("many"), 200);

        Lockfile crowd = Disk.at(data.resolve("dovetail")).generations().current();
        assertThat(crowd.generation()).isEqualTo(2);
        assertThat(crowd.features()).hasSize(200);
        assertThat(crowd.bundles()).hasSize(200);
        assertThat(data.resolve("dovetail/data/dev.dovetail.shell/session.properties"))
                .content()
                .contains("view.1.id=charts.board");
        assertThat(Disk.at(home).generations().current().features()).isEmpty();
    }
}
