package dev.dovetail.provisioner.health;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Health on disk, in {@code health.json}. It is a memory, not a basis: one that can't be read is as good as none, and
 * keeps nothing from starting.
 *
 * <p>Any thread; of several changes at once, each sees the one before.
 */
public final class HealthFile {

    private final Path path;

    /** @param home the home directory */
    public HealthFile(Path home) {
        this.path = home.resolve("health.json");
    }

    /** @return what is known; {@link Health#NEW} when nothing is, or nobody can tell */
    public synchronized Health read() {
        try {
            return HealthFormat.read(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return Health.NEW;
        } catch (IOException e) {
            System.getLogger(HealthFile.class.getName())
                    .log(System.Logger.Level.WARNING, "What was known of failures can't be read: " + path, e);
            return Health.NEW;
        }
    }

    /**
     * Changes what is known; writes nothing when it stays the same.
     *
     * @param change from what is known to what is known then
     * @return the latter
     * @throws HomeException when it can't be written; then nothing has changed
     */
    public synchronized Health change(UnaryOperator<Health> change) throws HomeException {
        Health before = read();
        Health after = change.apply(before);
        byte[] bytes = HealthFormat.write(after);
        // By their bytes: what compares records is linked when it is first used, and each start would wait for that.
        if (!Arrays.equals(bytes, HealthFormat.write(before))) {
            try {
                new AtomicFile(path).write(bytes);
            } catch (IOException e) {
                throw new HomeException(
                        "DT-HOME-027",
                        "Can't write " + path + ": " + e.getMessage(),
                        "Check that the disk has room and that the home directory may be written.",
                        e);
            }
        }
        return after;
    }
}
