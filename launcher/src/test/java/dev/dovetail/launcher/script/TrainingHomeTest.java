package dev.dovetail.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.profile.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script trains the class archive on a home that it writes itself; one that can't be read means slow starts. */
class TrainingHomeTest {

    @TempDir
    Path home;

    @Test
    void theProductReadsTheHomeThatTheScriptTrainsItOn() throws Exception {
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "set -e; eval \"$(sed -n '/^training_home() {/,/^}/p' ../dovetail)\"; training_home \"$1\"",
                        "bash",
                        home.toString())
                .inheritIO()
                .start();
        assertThat(bash.waitFor()).isZero();

        assertThat(Disk.at(home).profile().read()).isEqualTo(Profile.EMPTY);
        Lockfile lockfile = Disk.at(home).generations().current();
        assertThat(lockfile.feature("training")).isPresent();
    }
}
