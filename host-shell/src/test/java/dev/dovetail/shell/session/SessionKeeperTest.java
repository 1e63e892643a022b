package dev.dovetail.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.ShellFixture;
import dev.dovetail.shell.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionKeeperTest {

    private static final Session DARK =
            new Session(Theme.DARK, Optional.empty(), List.of(), Optional.empty(), Map.of(), Set.of());

    private final Path directory;

    SessionKeeperTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void savesOnceAfterSeveralChanges() throws IOException {
        AtomicInteger taken = new AtomicInteger();
        SessionFile file = new SessionFile(directory, Optional.empty());
        try (SessionKeeper keeper = new SessionKeeper(
                file,
                () -> {
                    taken.incrementAndGet();
                    return DARK;
                },
                Runnable::run,
                fault -> {})) {
            keeper.touch();
            keeper.touch();
            keeper.touch();
            ShellFixture.until("the file", () -> Files.exists(directory.resolve("session.properties")));
        }
        assertThat(file.read()).contains(DARK);
        assertThat(taken).hasValue(1);
    }

    @Test
    void savesTheLastSessionWhenItIsClosed() throws IOException {
        SessionFile file = new SessionFile(directory, Optional.empty());
        SessionKeeper keeper = new SessionKeeper(file, () -> Session.FRESH, Runnable::run, fault -> {});
        keeper.close(DARK);
        keeper.touch();
        assertThat(file.read()).contains(DARK);
    }

    @Test
    void tellsThatItCouldNotSave() {
        List<IOException> faults = new CopyOnWriteArrayList<>();
        Path missing = directory.resolve("missing");
        SessionKeeper keeper =
                new SessionKeeper(new SessionFile(missing, Optional.empty()), () -> DARK, Runnable::run, faults::add);
        keeper.close(DARK);
        assertThat(faults).hasSize(1);
    }
}
