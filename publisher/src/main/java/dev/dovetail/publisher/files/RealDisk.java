package dev.dovetail.publisher.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** The disk of this machine. */
public final class RealDisk implements Disk {

    @Override
    public void write(Path file, Content content) throws IOException {
        Files.createDirectories(Folders.of(file));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = Channels.newOutputStream(channel);
            if (content instanceof Content.Bytes bytes) {
                out.write(bytes.bytes());
            } else if (content instanceof Content.Copy copy) {
                copy(copy, out);
            }
            channel.force(true);
        }
    }

    private static void copy(Content.Copy copy, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(copy.source())) {
            in.transferTo(new DigestOutputStream(out, digest));
        }
        String found = Sha256.hex(digest);
        if (!found.equals(copy.sha256())) {
            throw new IOException("expected " + copy.source() + " to stay as it was (SHA-256 " + copy.sha256()
                    + "), found that it has changed meanwhile (" + found + ")");
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where a folder can't be opened, which is so on Windows, a rename lasts without it. */
    @Override
    public void force(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }
}
