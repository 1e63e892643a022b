package dev.dovetail.provisioner.store;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Keeps jars under the digest of their bytes. What is in the store is whole and is what its name says: bytes land only
 * after their length and digest were found to be right, and both are looked at again whenever a jar is taken out.
 *
 * <p>Several threads and processes may put and take at the same time: the same content put twice lands once.
 */
public final class Store {

    /** The code of the failure that a missing or damaged jar is. */
    public static final String DAMAGED = "DT-HOME-002";

    private static final int BUFFER = 64 * 1024;
    private static final String PART = ".part";

    private final Path root;
    private final Set<Path> arriving = ConcurrentHashMap.newKeySet();

    /** @param root the directory of the store, made when the first jar lands */
    public Store(Path root) {
        this.root = root;
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
        Path place = path(content);
        try {
            Files.createDirectories(place.getParent(), ownerOnly());
            Path fresh = place.resolveSibling("incoming." + UUID.randomUUID() + PART);
            arriving.add(fresh);
            try {
                receive(content, origin, bytes, progress, fresh);
                AtomicFile.moveIntoPlace(fresh, place);
            } finally {
                Files.deleteIfExists(fresh);
                arriving.remove(fresh);
            }
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-001",
                    "Can't write to the store at " + root + ": " + e.getMessage(),
                    "Check that the disk has room and that the directory may be written.",
                    e);
        }
    }

    /** What is run is nobody else's to look at. Windows keeps files of a user's own folders from other users anyhow. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private void receive(Content content, String origin, InputStream bytes, LongConsumer progress, Path fresh)
            throws IOException, RepositoryException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            while (true) {
                int n = read(bytes, buffer, content.size() + 1 - size, origin);
                if (n < 0) {
                    break;
                }
                size += n;
                if (size > content.size()) {
                    throw new RepositoryException(
                            "DT-FETCH-005",
                            "Expected " + content.size() + " bytes as the index says, but there are more at " + origin,
                            "The repository's index and its files do not belong together; tell its publisher.");
                }
                digest.update(buffer, 0, n);
                write(out, buffer, n);
                progress.accept(size);
            }
            check(content, origin, size, HexFormat.of().formatHex(digest.digest()));
            out.force(true);
        }
    }

    private static void write(FileChannel out, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** Failures of the source and of the disk need different advice, so they are told apart here. */
    private static int read(InputStream bytes, byte[] buffer, long most, String origin) throws RepositoryException {
        try {
            return bytes.read(buffer, 0, (int) Math.min(buffer.length, most));
        } catch (IOException e) {
            throw new RepositoryException(
                    "DT-FETCH-004",
                    "The download broke off: " + e.getMessage() + " at " + origin,
                    "Check the connection to the repository and try again.",
                    e);
        }
    }

    private static void check(Content content, String origin, long size, String sha256) throws RepositoryException {
        if (size < content.size()) {
            throw new RepositoryException(
                    "DT-FETCH-006",
                    "Expected " + content.size() + " bytes as the index says, found only " + size + " at " + origin,
                    "The file is cut short; try again, and if it stays so, tell the repository's publisher.");
        }
        if (!sha256.equals(content.sha256())) {
            throw new RepositoryException(
                    "DT-FETCH-007",
                    "Expected bytes with SHA-256 " + content.sha256() + " as the index says, found " + sha256 + " at "
                            + origin,
                    "The file was changed on its way or on the server. Nothing was installed; tell its publisher.");
        }
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
     * Takes out a jar, having read it whole to see that it still is what it was. What is then read is the same open file:
     * nobody can put another one in its place in between.
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
            Optional<SeekableByteChannel> whole = contains(content) ? whole(path, content) : Optional.empty();
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

    private static Optional<SeekableByteChannel> whole(Path path, Content content) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            if (digestOf(file).equals(content.sha256())) {
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
     * Removes what an earlier process left half-written. What is arriving at the moment through this object is left alone.
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
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (file.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private Path path(Content content) {
        return root.resolve("sha256").resolve(content.sha256().substring(0, 2)).resolve(content.sha256() + ".jar");
    }
}
