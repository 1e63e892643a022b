package dev.dovetail.provisioner.generation;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The generations on disk. {@code current} names the one that is in force and is replaced in one step: a process that is
 * killed at any moment leaves the old generation in force or the new one, never a mixture.
 *
 * <p>Layout: {@code generations/<n>.lock} (see {@link LockfileFormat}), {@code generations/<n>.xml} (an index of exactly
 * its bundles, for the planner), {@code current} (the number).
 */
public final class Generations {

    private final Path directory;
    private final Path current;

    /** @param home the home directory */
    public Generations(Path home) {
        this.directory = home.resolve("generations");
        this.current = home.resolve("current");
    }

    /**
     * @return the generation in force; {@link Lockfile#EMPTY} before the first
     * @throws HomeException when it can't be read
     */
    public Lockfile current() throws HomeException {
        if (!Files.exists(current)) {
            return Lockfile.EMPTY;
        }
        String number = read(current).strip();
        Path file = directory.resolve(number + ".lock");
        try {
            Lockfile lockfile = LockfileFormat.read(Files.readAllBytes(file));
            if (!number.equals(Long.toString(lockfile.generation()))) {
                throw new IOException("expected generation " + number + ", found " + lockfile.generation());
            }
            return lockfile;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * @param lockfile the generation in force
     * @return the index of its bundles, as it was committed
     * @throws HomeException when it can't be read
     */
    public byte[] index(Lockfile lockfile) throws HomeException {
        Path file = directory.resolve(lockfile.generation() + ".xml");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Puts a generation in force: the one point of no return.
     *
     * @param lockfile the new generation
     * @param index the index of its bundles
     * @throws HomeException when it could not be written; then the old one still is in force
     */
    public void commit(Lockfile lockfile, byte[] index) throws HomeException {
        try {
            write(directory.resolve(lockfile.generation() + ".xml"), index);
            write(directory.resolve(lockfile.generation() + ".lock"), LockfileFormat.write(lockfile));
            write(current, (lockfile.generation() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-004",
                    "Can't write generation " + lockfile.generation() + " to " + directory + ": " + e.getMessage(),
                    "Check that the disk has room and that the directory may be written.",
                    e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        new AtomicFile(file).write(content);
    }

    private static String read(Path file) throws HomeException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static HomeException unreadable(Path file, IOException e) {
        return new HomeException(
                "DT-HOME-005",
                "Can't read " + file + ": " + e.getMessage(),
                "The file is damaged or missing; name an earlier generation in the file \"current\" beside it, or start"
                        + " with a new home.",
                e);
    }
}
