package dev.dovetail.provisioner.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that holds either its old or its new content, whenever the process ends: written beside its place, forced to
 * disk, and moved over the old one in one step.
 */
public final class AtomicFile {

    private final Path directory;
    private final Path path;

    /** @param path the file; its directory is made when it is written */
    public AtomicFile(Path path) {
        this.path = path.toAbsolutePath();
        this.directory = directoryOf(this.path);
    }

    /**
     * Replaces the content.
     *
     * @param content all of the new content
     * @throws IOException when it could not be written; the old content is as it was
     */
    public void write(byte[] content) throws IOException {
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, path.getFileName() + ".", ".part");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            moveIntoPlace(fresh, path);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static void moveIntoPlace(Path fresh, Path place) throws IOException {
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(directoryOf(place.toAbsolutePath()));
    }

    /** A rename is only durable once its directory is; where directories can't be opened (Windows) it already is. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(AtomicFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "This file system does not force directories: " + directory, e);
        }
    }

    private static Path directoryOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Expected a file in a directory, found: " + file);
        }
        return parent;
    }
}
