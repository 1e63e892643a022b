package dev.dovetail.publisher.keys;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** The folder that keys lie in, one file each; nobody but its owner may look into it. Never inside a repository. */
public final class KeyFolder {

    private static final String RETIRED = "retired";

    private final Path folder;

    /** @param folder where; made when a key is written */
    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param repository a repository's folder
     * @return the folder beside it that keeps its keys unless somebody says otherwise
     */
    public static KeyFolder beside(Path repository) {
        Path absolute = repository.toAbsolutePath().normalize();
        return new KeyFolder(absolute.resolveSibling(absolute.getFileName() + ".keys"));
    }

    /** @return where it is */
    public Path path() {
        return folder;
    }

    /**
     * Reads what is said of the keys in the clear.
     *
     * @return the keys that are here, by file name; retired ones are not among them
     * @throws PublishException when one can't be read
     */
    public List<KeyFile> list() throws PublishException {
        List<KeyFile> keys = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                keys.add(read(file));
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        keys.sort(Comparator.comparing(KeyFile::fileName));
        return keys;
    }

    private static KeyFile read(Path file) throws IOException, PublishException {
        try {
            return KeyFile.read(Files.readAllBytes(file));
        } catch (JsonException e) {
            throw unreadable(file, e);
        }
    }

    private static PublishException unreadable(Path file, Exception e) {
        return new PublishException(
                "DT-PUBLISH-031",
                "Can't read the keys in " + file + ": " + e.getMessage(),
                "Put the file back from where you keep a copy, or take out of the folder what is no key.",
                e);
    }

    /** Keeps a new key; it is on the disk when this returns. */
    void add(KeyFile key) throws PublishException {
        Path file = folder.resolve(key.fileName());
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            try (SeekableByteChannel channel = Files.newByteChannel(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
                    ownerOnly("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(key.bytes());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new PublishException(
                    "DT-PUBLISH-032",
                    "Can't keep the new key " + file + ": " + e.getMessage(),
                    "See to room and rights there, or name another folder with --keys.",
                    e);
        }
    }

    /** Windows keeps files of a user's own folders from other users anyhow. */
    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Puts a key aside that signs nothing any more. A key is never destroyed here. */
    void retire(KeyFile key) throws PublishException {
        Path file = folder.resolve(key.fileName());
        try {
            Files.createDirectories(folder.resolve(RETIRED), ownerOnly("rwx------"));
            if (Files.exists(file)) {
                Files.move(
                        file,
                        folder.resolve(RETIRED).resolve(key.fileName()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new PublishException(
                    "DT-PUBLISH-032",
                    "Can't put the old key " + file + " aside: " + e.getMessage(),
                    "It signs nothing any more: move it away or delete it.",
                    e);
        }
    }
}
