package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.store.AtomicFile;
import dev.dovetail.trust.TrustedSet;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.metadata.Root;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what was accepted of one repository, each role's file as {@code <role>.json}, byte for byte as it was served.
 * Each file is replaced in one step, so that it is the old or the new one whenever the process ends.
 *
 * <p>One process at a time may write to it.
 */
public final class MetadataDirectory {

    private static final String TAG = "timestamp.etag";
    private static final String VERIFIED = "verified-at";

    private final Path directory;

    /** @param directory where the files lie; made when the first is written */
    public MetadataDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Begins to trust a repository by a root that came by another way than from the repository itself.
     *
     * @param root the file
     * @throws UntrustedException when it is no root that is signed by itself
     * @throws HomeException when it can't be kept
     */
    public void trust(byte[] root) throws UntrustedException, HomeException {
        try {
            TrustedSet.from(root, Instant.MIN);
        } catch (TrustException e) {
            throw new UntrustedException(toString(), e);
        }
        keep(Root.TYPE, root);
    }

    /**
     * @return whether a root is kept, so that there is something to go on from
     * @throws HomeException when it can't be read
     */
    public boolean isTrusted() throws HomeException {
        return file(Root.TYPE).isPresent();
    }

    Optional<byte[]> file(String role) throws HomeException {
        return read(FileName.ofRole(role) + ".json");
    }

    void keep(String role, byte[] bytes) throws HomeException {
        write(FileName.ofRole(role) + ".json", bytes);
    }

    void forget(String role) throws HomeException {
        delete(FileName.ofRole(role) + ".json");
    }

    /** The entity tag of the timestamp that the last complete refresh ended with. */
    Optional<String> tag() throws HomeException {
        return text(TAG).filter(tag -> tag.chars().allMatch(c -> c >= ' ' && c < 0x7f));
    }

    void keepTag(Optional<String> tag) throws HomeException {
        if (tag.isPresent()) {
            write(TAG, tag.get().getBytes(StandardCharsets.UTF_8));
        } else {
            delete(TAG);
        }
    }

    /** When all was last verified, by the clock of that time. */
    Optional<Instant> verifiedAt() throws HomeException {
        try {
            return text(VERIFIED).map(Instant::parse);
        } catch (DateTimeException e) {
            System.getLogger(MetadataDirectory.class.getName())
                    .log(System.Logger.Level.WARNING, "Unreadable, and passed over: " + directory.resolve(VERIFIED), e);
            return Optional.empty();
        }
    }

    void keepVerifiedAt(Instant time) throws HomeException {
        write(VERIFIED, time.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> text(String name) throws HomeException {
        return read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> read(String name) throws HomeException {
        Path file = directory.resolve(name);
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(JsonReader.LARGEST + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-020",
                    "Can't read what was kept of a repository: " + file + ": " + e.getMessage(),
                    "Check the permissions of the home directory.",
                    e);
        }
    }

    private void write(String name, byte[] bytes) throws HomeException {
        try {
            new AtomicFile(directory.resolve(name)).write(bytes);
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    private void delete(String name) throws HomeException {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    private HomeException unwritable(String name, IOException e) {
        return new HomeException(
                "DT-HOME-021",
                "Can't keep what a repository serves: " + directory.resolve(name) + ": " + e.getMessage(),
                "Check that the disk has room and that the home directory may be written.",
                e);
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
