package dev.dovetail.provisioner.generation;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.store.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The generations on disk. {@code current} names the one that is in force and is replaced in one step: a process that is
 * killed at any moment leaves the old generation in force or the new one, never a mixture.
 *
 * <p>Layout: {@code generations/<n>.lock} (see {@link LockfileFormat}), {@code generations/<n>.xml} (an index of exactly
 * its bundles, for the planner), {@code current} (the number, 0 while nothing is installed), {@code good} (the number of
 * the last one that has shown itself to be good), {@code pinned} (the numbers of those that a person wants kept). Specified
 * in {@code docs/formats/home.md}.
 */
public final class Generations {

    private static final String LOCK = ".lock";
    private static final String INDEX = ".xml";

    private final Path directory;
    private final Path current;
    private final Path good;
    private final Path pinned;
    private volatile Parsed last = new Parsed(ByteBuffer.allocate(0), Lockfile.EMPTY);

    /** What some bytes say. */
    private record Parsed(ByteBuffer bytes, Lockfile lockfile) {}

    /** @param home the home directory */
    public Generations(Path home) {
        this.directory = home.resolve("generations");
        this.current = home.resolve("current");
        this.good = home.resolve("good");
        this.pinned = home.resolve("pinned");
    }

    /**
     * @return the generation in force; {@link Lockfile#EMPTY} before the first
     * @throws HomeException when it can't be read
     */
    public Lockfile current() throws HomeException {
        try {
            if (!Files.exists(current) && !Files.exists(directory)) {
                return Lockfile.EMPTY;
            }
            return at(number(current));
        } catch (IOException e) {
            throw unreadable(current, e);
        }
    }

    /**
     * @param generation one that is kept, or 0
     * @return its lockfile
     * @throws HomeException when it can't be read
     */
    public Lockfile at(long generation) throws HomeException {
        if (generation == 0) {
            return Lockfile.EMPTY;
        }
        Path file = file(generation, LOCK);
        try {
            Lockfile lockfile = parsed(Files.readAllBytes(file));
            if (generation != lockfile.generation()) {
                throw new IOException("expected generation " + generation + ", found " + lockfile.generation());
            }
            return lockfile;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A start looks at the generation in force several times, and the same bytes say the same. */
    private Lockfile parsed(byte[] bytes) throws IOException {
        Parsed before = last;
        if (bytes.length > 0 && ByteBuffer.wrap(bytes).equals(before.bytes())) {
            return before.lockfile();
        }
        Lockfile lockfile = LockfileFormat.read(bytes);
        last = new Parsed(ByteBuffer.wrap(bytes), lockfile);
        return lockfile;
    }

    private static long number(Path file) throws IOException {
        return number(Files.readString(file).strip());
    }

    private static long number(String number) throws IOException {
        if (!number.matches("[0-9]{1,18}")) {
            throw new IOException("expected the number of a generation, found: " + number);
        }
        return Long.parseLong(number);
    }

    /**
     * @return the generation that was last found to be good; none when there is none, or nobody can tell
     */
    public OptionalLong good() {
        try {
            return OptionalLong.of(number(good));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            System.getLogger(Generations.class.getName())
                    .log(System.Logger.Level.WARNING, "Nobody can tell which generation was good: " + good, e);
            return OptionalLong.empty();
        }
    }

    /**
     * @param generation has shown that it is good
     * @throws HomeException when it can't be written; then the last good one still is
     */
    public void markGood(long generation) throws HomeException {
        try {
            write(good, line(generation));
        } catch (IOException e) {
            throw unwritable(generation, e);
        }
    }

    /**
     * @return the generations that a person wants kept
     * @throws HomeException when nobody can tell: then none may be let go
     */
    public NavigableSet<Long> pinned() throws HomeException {
        NavigableSet<Long> numbers = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(pinned)) {
                numbers.add(number(line));
            }
            return numbers;
        } catch (NoSuchFileException e) {
            return numbers;
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-028",
                    "Can't tell which generations are pinned, so none is deleted: " + pinned + ": " + e.getMessage(),
                    "Write their numbers into it, one in each line; or delete it, when none is.",
                    e);
        }
    }

    /**
     * @param wanted the generations that a person wants kept from now on, instead of those before
     * @throws HomeException when it can't be written; then those before still are
     */
    public void pin(NavigableSet<Long> wanted) throws HomeException {
        try {
            if (wanted.isEmpty()) {
                Files.deleteIfExists(pinned);
            } else {
                write(
                        pinned,
                        wanted.stream()
                                .map(number -> number + "\n")
                                .collect(Collectors.joining())
                                .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-028",
                    "Can't write " + pinned + ": " + e.getMessage(),
                    "Check that the disk has room and that the home directory may be written.",
                    e);
        }
    }

    /**
     * @param generation one that is kept
     * @return when it was made
     * @throws HomeException when nobody can tell
     */
    public Instant since(long generation) throws HomeException {
        Path file = file(generation, LOCK);
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * @return the numbers of all generations that are kept, whether they can be read or not
     * @throws HomeException when nobody can tell
     */
    public NavigableSet<Long> kept() throws HomeException {
        NavigableSet<Long> numbers = new TreeSet<>();
        if (!Files.exists(directory)) {
            return numbers;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + LOCK)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String number = name.substring(0, name.length() - LOCK.length());
                if (number.matches("[1-9][0-9]{0,17}")) {
                    numbers.add(Long.parseLong(number));
                }
            }
            return numbers;
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(directory, new IOException(e.getMessage(), e));
        }
    }

    /**
     * @return the number for a new generation: no kept one has it, whichever is in force
     * @throws HomeException when nobody can tell
     */
    public long next() throws HomeException {
        NavigableSet<Long> kept = kept();
        return Math.max(current().generation(), kept.isEmpty() ? 0 : kept.last()) + 1;
    }

    /**
     * Lets go of a generation. Its lockfile goes first: what has none is no generation, and is swept.
     *
     * @param generation one that is neither in force nor wanted
     * @throws HomeException when it can't be deleted
     */
    public void delete(long generation) throws HomeException {
        try {
            Files.deleteIfExists(file(generation, LOCK));
            Files.deleteIfExists(file(generation, INDEX));
        } catch (IOException e) {
            throw unwritable(generation, e);
        }
    }

    /**
     * Deletes what an earlier process left half-written or half-deleted. Not while another thread commits.
     *
     * @throws HomeException when it can't be deleted
     */
    public void sweep() throws HomeException {
        if (!Files.exists(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean orphan = name.endsWith(INDEX)
                        && !Files.exists(directory.resolve(name.substring(0, name.length() - INDEX.length()) + LOCK));
                if (orphan || name.endsWith(".part")) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new HomeException(
                    "DT-HOME-004",
                    "Can't tidy up " + directory + ": " + e.getMessage(),
                    "Check the permissions of the home directory.",
                    e);
        }
    }

    /**
     * Puts a generation in force that is kept: a point of no return like {@link #commit}.
     *
     * @param generation one that can be read, or 0
     * @throws HomeException when it could not be written; then the old one still is in force
     */
    public void returnTo(long generation) throws HomeException {
        try {
            write(current, line(generation));
        } catch (IOException e) {
            throw unwritable(generation, e);
        }
    }

    private static byte[] line(long generation) {
        return (generation + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Path file(long generation, String suffix) {
        return directory.resolve(generation + suffix);
    }

    /**
     * @param lockfile the generation in force
     * @return the index of its bundles, as it was committed
     * @throws HomeException when it can't be read
     */
    public byte[] index(Lockfile lockfile) throws HomeException {
        Path file = file(lockfile.generation(), INDEX);
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
                write(current, line(0));
            }
            write(file(lockfile.generation(), INDEX), index);
            write(file(lockfile.generation(), LOCK), LockfileFormat.write(lockfile));
            write(current, line(lockfile.generation()));
        } catch (IOException e) {
            throw unwritable(lockfile.generation(), e);
        }
    }

    private HomeException unwritable(long generation, IOException e) {
        return new HomeException(
                "DT-HOME-004",
                "Can't write generation " + generation + " to " + directory + ": " + e.getMessage(),
                "Check that the disk has room and that the directory may be written.",
                e);
    }

    private static void write(Path file, byte[] content) throws IOException {
        new AtomicFile(file).write(content);
    }

    private HomeException unreadable(Path file, IOException e) {
        return new HomeException(
                "DT-HOME-005",
                "Can't read " + file + ": " + (e instanceof NoSuchFileException ? "it is missing" : e.getMessage()),
                "Start Dovetail: it goes back to a generation that can be read, and says so. Or write the number of one"
                        + " that is in " + directory + " into " + current + " (0 for none).",
                e);
    }
}
