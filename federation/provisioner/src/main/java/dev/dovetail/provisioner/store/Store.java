package dev.dovetail.provisioner.store;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Keeps jars under the digest of their bytes. What is in the store is whole and is what its name says: bytes land only
 * after their length and digest were found to be right, and both are looked at again whenever a jar is taken out.
 *
 * <p>Several threads and processes may put and take at the same time: the same content put twice lands once.
 */
public final class Store {

    private static final int BUFFER = 64 * 1024;

    private final Path root;

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
            Files.createDirectories(place.getParent());
            Path fresh = Files.createTempFile(place.getParent(), "incoming.", ".part");
            try {
                receive(content, origin, bytes, progress, fresh);
                AtomicFile.moveIntoPlace(fresh, place);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-001",
                    "Can't write to the store at " + root + ": " + e.getMessage(),
                    "Check that the disk has room and that the directory may be written.",
                    e);
        }
    }

    private void receive(Content content, String origin, InputStream bytes, LongConsumer progress, Path fresh)
            throws IOException, RepositoryException {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(fresh)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = read(bytes, buffer, origin); n >= 0; n = read(bytes, buffer, origin)) {
                size += n;
                if (size > content.size()) {
                    throw new RepositoryException(
                            "DT-FETCH-005",
                            "Expected " + content.size() + " bytes as the index says, but there are more at " + origin,
                            "The repository's index and its files do not belong together; tell its publisher.");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
                progress.accept(size);
            }
        }
        check(content, origin, size, HexFormat.of().formatHex(digest.digest()));
        force(fresh);
    }

    /** Failures of the source and of the disk need different advice, so they are told apart here. */
    private static int read(InputStream bytes, byte[] buffer, String origin) throws RepositoryException {
        try {
            return bytes.read(buffer);
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

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
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
     * Takes out a jar, having read it whole to see that it still is what it was.
     *
     * @param content which
     * @return its bytes, to be closed by the caller
     * @throws HomeException when it is missing or damaged; a damaged one is removed, so that it is fetched again
     */
    public InputStream open(Content content) throws HomeException {
        Path path = path(content);
        try {
            if (!contains(content) || !digestOf(path).equals(content.sha256())) {
                Files.deleteIfExists(path);
                throw new HomeException(
                        "DT-HOME-002",
                        "Expected a file with SHA-256 " + content.sha256() + ", found none or a damaged one: " + path,
                        "It was removed; install the feature again to fetch it anew.");
            }
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-003",
                    "Can't read from the store: " + path + ": " + e.getMessage(),
                    "Check the permissions of the home directory.",
                    e);
        }
    }

    /**
     * Removes what an earlier process left half-written.
     *
     * @throws IOException when the store can't be read
     */
    public void sweep() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path part :
                    files.filter(file -> file.toString().endsWith(".part")).toList()) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static String digestOf(Path path) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
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
