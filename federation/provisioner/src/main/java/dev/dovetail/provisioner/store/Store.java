package dev.dovetail.provisioner.store;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Keeps jars under the digest of their bytes. What is in the store is whole and is what its name says: bytes land only
 * after their length and digest were found to be right, and both are looked at again whenever a jar is taken out, but for one
 * that this object took in just before and that was not touched since.
 *
 * <p>Several threads and processes may put and take at the same time: the same content put twice lands once.
 */
public final class Store {

    /** The code of the failure that a missing or damaged jar is. */
    public static final String DAMAGED = "DT-HOME-002";

    private static final int BUFFER = 64 * 1024;
    private static final String PART = ".part";

    private final Path root;
    private final Partials partials;
    private final Landings landings = new Landings();
    private final Set<Path> arriving = ConcurrentHashMap.newKeySet();

    /** @param root the directory of the store, made when the first jar lands */
    public Store(Path root) {
        this.root = root;
        this.partials = new Partials(root.resolve("partial"));
    }

    /**
     * Takes in a jar. Never reads more than one byte beyond its size.
     *
     * @param content what the bytes must be
     * @param origin where they come from, for messages
     * @param bytes the bytes; not closed
     * @param progress called with the number of bytes so far
     * @throws RepositoryException when the bytes are others than expected, or end or fail early
     * @throws HomeException when they can't be written
     */
    public void put(Content content, String origin, InputStream bytes, LongConsumer progress)
            throws RepositoryException, HomeException {
        try (Arrival arrival = fresh(content)) {
            arrival.receive(bytes, origin, progress);
            arrival.land(origin);
        }
    }

    /**
     * Begins to take in a jar that may come in pieces, and goes on with what is left of it from an earlier time.
     *
     * @param content what the bytes must be
     * @return what is there of it; to be closed
     * @throws HomeException when nothing can be written
     */
    public Arrival arrive(Content content) throws HomeException {
        Path file = partials.file(content);
        if (!arriving.add(file)) {
            return fresh(content);
        }
        try {
            makeDirectories(content, file);
            Optional<Arrival> resumed =
                    Arrival.resumed(content, path(content), file, landings, () -> arriving.remove(file));
            if (resumed.isPresent()) {
                return resumed.get();
            }
        } catch (IOException e) {
            arriving.remove(file);
            throw unwritable(root, e);
        }
        arriving.remove(file);
        return fresh(content);
    }

    private Arrival fresh(Content content) throws HomeException {
        Path file = path(content).resolveSibling("incoming." + UUID.randomUUID() + PART);
        arriving.add(file);
        try {
            makeDirectories(content, file);
            return Arrival.fresh(content, path(content), file, landings, () -> arriving.remove(file));
        } catch (IOException e) {
            arriving.remove(file);
            throw unwritable(root, e);
        }
    }

    private void makeDirectories(Content content, Path file) throws IOException {
        Files.createDirectories(path(content).getParent(), ownerOnly());
        Files.createDirectories(file.toAbsolutePath().getParent(), ownerOnly());
    }

    static HomeException unwritable(Path where, IOException e) {
        return new HomeException(
                "DT-HOME-001",
                "Can't write to the store at " + where + ": " + e.getMessage(),
                "Check that the disk has room and that the directory may be written.",
                e);
    }

    /** What is run is nobody else's to look at. Windows keeps files of a user's own folders from other users anyhow. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Says whether a jar is there, by its name and size alone.
     *
     * @param content which
     * @return whether a file of that name and size is in the store
     */
    public boolean contains(Content content) {
        Path path = path(content);
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == content.size();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Takes out a jar, having read it whole to see that it still is what it was, unless it landed just now. What is then read
     * is the same open file: nobody can put another one in its place in between.
     *
     * @param content which
     * @return its bytes, to be closed by the caller
     * @throws HomeException when it is missing or damaged; a damaged one is removed, so that it is fetched again
     */
    public InputStream open(Content content) throws HomeException {
        return Channels.newInputStream(channel(content));
    }

    /**
     * The same, for whoever has to look at it before reading it through.
     *
     * @param content which
     * @return its bytes, at their beginning, to be closed by the caller
     * @throws HomeException when it is missing or damaged; a damaged one is removed, so that it is fetched again
     */
    public SeekableByteChannel channel(Content content) throws HomeException {
        Path path = path(content);
        try {
            Optional<SeekableByteChannel> whole = contains(content) ? whole(content, path) : Optional.empty();
            if (whole.isPresent()) {
                return whole.get();
            }
            Files.deleteIfExists(path);
            throw new HomeException(
                    DAMAGED,
                    "Expected a file with SHA-256 " + content.sha256() + ", found none or a damaged one: " + path,
                    "It was removed; try again, and it is fetched anew.");
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Opens a jar by its name and size alone, for whoever looks at it before it is used, and will take it out properly then.
     *
     * @param content which
     * @return its bytes as far as one knows, to be closed by the caller
     * @throws HomeException when it is missing
     */
    public SeekableByteChannel unchecked(Content content) throws HomeException {
        if (!contains(content)) {
            return channel(content);
        }
        Path path = path(content);
        try {
            return Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Looks at a jar again.
     *
     * @param content which
     * @throws HomeException when it is missing or damaged; a damaged one is removed, so that it is fetched again
     */
    public void check(Content content) throws HomeException {
        try (SeekableByteChannel jar = channel(content)) {
            jar.position(0);
        } catch (IOException e) {
            throw unreadable(path(content), e);
        }
    }

    private static HomeException unreadable(Path path, IOException e) {
        return new HomeException(
                "DT-HOME-003",
                "Can't read from the store: " + path + ": " + e.getMessage(),
                "Check the permissions of the home directory.",
                e);
    }

    private Optional<SeekableByteChannel> whole(Content content, Path path) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            if (landings.take(path) || digestOf(file).equals(content.sha256())) {
                return Optional.of(file.position(0));
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }

    /**
     * Removes what an earlier process left half-written, but for what the next download goes on with, within bounds. What
     * is arriving at the moment through this object is left alone.
     *
     * @throws IOException when the store can't be read
     */
    public void sweep() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path part :
                    files.filter(file -> file.toString().endsWith(PART)).toList()) {
                if (!arriving.contains(part)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException("Can't look through " + root, e);
        }
        partials.sweep(Instant.now(), arriving::contains);
    }

    /**
     * Lets go of all jars but some, and of what is half-written. Not while another thread puts jars that it needs.
     *
     * @param digests of the jars that stay
     * @throws HomeException when the store can't be read or a jar can't be deleted
     */
    public void keepOnly(Set<String> digests) throws HomeException {
        try {
            sweep();
            if (!Files.isDirectory(root)) {
                return;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path jar : files.filter(file -> isSurplus(file, digests)).toList()) {
                    Files.deleteIfExists(jar);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new HomeException(
                    "DT-HOME-001",
                    "Can't tidy up the store at " + root + ": " + e.getMessage(),
                    "Check the permissions of the home directory.",
                    e);
        }
    }

    private static boolean isSurplus(Path file, Set<String> digests) {
        String name = String.valueOf(file.getFileName());
        return name.matches("[0-9a-f]{64}\\.jar")
                && !digests.contains(name.substring(0, name.length() - ".jar".length()));
    }

    private static String digestOf(SeekableByteChannel file) throws IOException {
        MessageDigest digest = Digest.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (file.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path path(Content content) {
        return root.resolve("sha256").resolve(content.sha256().substring(0, 2)).resolve(content.sha256() + ".jar");
    }
}
