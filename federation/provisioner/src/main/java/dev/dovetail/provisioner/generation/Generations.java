package dev.dovetail.provisioner.generation;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The generations on disk. {@code current} names the one that is in force and is replaced in one step: a process that is
 * killed at any moment leaves the old generation in force or the new one, never a mixture.
 *
 * <p>Layout: {@code generations/<n>.lock} (see {@link LockfileFormat}), {@code generations/<n>.xml} (an index of exactly
 * its bundles, for the planner), {@code current} (the number, 0 while nothing is installed). Specified in
 * {@code docs/formats/home.md}.
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
        String number = number();
        if (number.equals("0")) {
            return Lockfile.EMPTY;
        }
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

    /** A home without generations is new; one with generations, of which none is said to be in force, is damaged. */
    private String number() throws HomeException {
        try {
            if (!Files.exists(current) && !Files.exists(directory)) {
                return "0";
            }
            String number = Files.readString(current).strip();
            if (!number.matches("[0-9]{1,18}")) {
                throw new IOException("expected the number of a generation, found: " + number);
            }
            return number;
        } catch (IOException e) {
            throw unreadable(current, e);
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
            if (!Files.exists(current)) {
                write(current, "0\n".getBytes(StandardCharsets.UTF_8));
            }
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

    private HomeException unreadable(Path file, IOException e) {
        return new HomeException(
                "DT-HOME-005",
                "Can't read " + file + ": " + (e instanceof NoSuchFileException ? "it is missing" : e.getMessage()),
                "Write the number of a generation that is in " + directory + " into " + current
                        + " (0 for none), or start with a new home.",
                e);
    }
}
