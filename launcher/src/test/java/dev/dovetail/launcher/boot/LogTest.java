package dev.dovetail.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.launcher.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    private final Logger root = Logger.getLogger("");

    @AfterEach
    void closeTheFiles() {
        for (Handler handler : root.getHandlers()) {
            handler.close();
            root.removeHandler(handler);
        }
    }

    @Test
    void writesWhatHappenedAndWhyIntoTheHome(@TempDir Path directory) throws Exception {
        Log.to(new Home(directory));

        Logger logger = Logger.getLogger("team.charts");
        logger.log(Level.WARNING, "It broke", new IllegalStateException("a reason"));
        logger.log(Level.WARNING, "Unsupported JavaFX configuration: classes were loaded from somewhere");
        logger.fine("a detail");

        assertThat(Files.readString(directory.resolve("log/dovetail.0.log")))
                .contains("WARNING [team.charts] It broke", "IllegalStateException: a reason")
                .doesNotContain("Unsupported JavaFX configuration", "a detail");
    }

    @Test
    void writesWhatHappenedAMomentAgoUnderItsOwnTime(@TempDir Path directory) throws Exception {
        Log.to(new Home(directory));

        Log.at(Instant.parse("2026-03-01T10:15:30Z"), "team.charts", "It is up");

        assertThat(Files.readString(directory.resolve("log/dovetail.0.log")))
                .contains("2026-03-01T10:15:30Z INFO [team.charts] It is up");
    }
}
