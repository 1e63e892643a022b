package dev.dovetail.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.HomeException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    private Path directory;

    @Test
    void isHeldByOneAtATime() throws Exception {
        Home home = new Home(directory);
        assertThat(HomeLock.held(home)).isFalse();

        try (HomeLock lock = HomeLock.take(home)) {
            assertThat(lock.home()).isEqualTo(home);
            assertThat(HomeLock.held(home)).isTrue();
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOfSatisfying(
                            HomeException.class, e -> assertThat(e.code()).isEqualTo("DT-HOME-011"))
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }

        assertThat(HomeLock.held(home)).isFalse();
        HomeLock.take(home).close();
    }
}
