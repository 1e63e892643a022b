package dev.dovetail.shell.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The session on disk. A write replaces the file whole or not at all. One writer at a time. */
public final class SessionFile {

    private final Path file;
    private final Path broken;

    /**
     * @param directory where it lies; exists
     * @param host the feature whose window it is, which has a session of its own
     */
    public SessionFile(Path directory, Optional<String> host) {
        String name = host.map(feature -> "session-" + feature).orElse("session");
        file = directory.resolve(name + ".properties");
        broken = directory.resolve(name + ".broken");
    }

    /**
     * Reads the session. A file that can't be read is put aside, so that the next start is not bothered by it.
     *
     * @return the session, or empty when there is none yet
     * @throws IOException when there is one that can't be read; the message says why
     */
    public Optional<Session> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SessionFormat.read(Files.readString(file)));
        } catch (IOException e) {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(file + ": " + e.getMessage() + ". It was kept as " + broken.getFileName(), e);
        }
    }

    /**
     * @param session what to keep
     * @throws IOException when it could not be written; the former one is still there
     */
    public void write(Session session) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(SessionFormat.write(session));
        try (FileChannel out = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
