package dev.dovetail.provisioner.health;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which feature holds up the window, in {@code held-up}: there while it does so, and after a process that ended meanwhile.
 * Specified in {@code docs/formats/home.md}. What can't be read counts as nothing. Any thread.
 */
public final class HeldUpFile {

    private static final int LINES = 4;

    private final Path path;

    /** @param home the home directory */
    public HeldUpFile(Path home) {
        this.path = home.resolve("held-up");
    }

    /** @return which feature does so, or did when the process ended */
    public synchronized Optional<HeldUp> read() {
        try {
            List<String> lines =
                    Files.readString(path, StandardCharsets.UTF_8).lines().toList();
            return lines.size() == LINES
                    ? Optional.of(new HeldUp(lines.get(0), lines.get(1), lines.get(2), Instant.parse(lines.get(3))))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | DateTimeException e) {
            System.getLogger(HeldUpFile.class.getName())
                    .log(System.Logger.Level.WARNING, "What held up the window can't be read: " + path, e);
            return Optional.empty();
        }
    }

    /**
     * @param heldUp does so from now on
     * @throws HomeException when it can't be written
     */
    public synchronized void write(HeldUp heldUp) throws HomeException {
        String oneLine = heldUp.where().lines().findFirst().orElse("");
        String text = String.join("\n", heldUp.feature(), heldUp.version(), oneLine, heldUp.since() + "\n");
        try {
            new AtomicFile(path).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Nothing holds up the window any more.
     *
     * @throws HomeException when that can't be noted
     */
    public synchronized void clear() throws HomeException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private HomeException failed(IOException e) {
        return new HomeException(
                "DT-HOME-027",
                "Can't write " + path + ": " + e.getMessage(),
                "Check that the disk has room and that the home directory may be written.",
                e);
    }
}
