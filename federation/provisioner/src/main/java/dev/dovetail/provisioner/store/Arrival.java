package dev.dovetail.provisioner.store;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A jar on its way into the store, in as many pieces as it takes. It lands only whole, when the digest over all of it is
 * found to be right; what is left when it is closed before is kept for the next time, unless nothing came or it was
 * discarded. One thread.
 */
public final class Arrival implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Content content;
    private final Path place;
    private final Path file;
    private final FileChannel out;
    private final Landings landings;
    private final Runnable onClose;
    private final MessageDigest digest = Digest.sha256();
    private boolean keeping;
    private boolean landed;
    private long size;
    private Optional<String> tag = Optional.empty();

    private Arrival(
            Content content,
            Path place,
            Path file,
            FileChannel out,
            boolean keeping,
            Landings landings,
            Runnable onClose) {
        this.content = content;
        this.place = place;
        this.file = file;
        this.out = out;
        this.keeping = keeping;
        this.landings = landings;
        this.onClose = onClose;
    }

    /** In a file of its own, of which nothing is kept. */
    static Arrival fresh(Content content, Path place, Path file, Landings landings, Runnable onClose)
            throws IOException {
        FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Arrival(content, place, file, out, false, landings, onClose);
    }

    /** In a file that may be there already; empty when another process has it. */
    static Optional<Arrival> resumed(Content content, Path place, Path file, Landings landings, Runnable onClose)
            throws IOException {
        FileChannel out = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            if (out.tryLock() != null) {
                Arrival arrival = new Arrival(content, place, file, out, true, landings, onClose);
                arrival.readBack();
                return Optional.of(arrival);
            }
        } catch (IOException e) {
            out.close();
            throw e;
        }
        out.close();
        return Optional.empty();
    }

    private void readBack() throws IOException {
        if (out.size() > content.size()) {
            out.truncate(0);
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
            size += n;
            digest.update(buffer.flip());
            buffer.clear();
        }
    }

    /** @return how many bytes are there */
    public long size() {
        return size;
    }

    /** @return whether all bytes are there, be they right or wrong */
    public boolean isComplete() {
        return size == content.size();
    }

    /** @return the entity tag of the file that the bytes are from, if they came in this process and it has one */
    public Optional<String> tag() {
        return tag;
    }

    /**
     * Begins anew.
     *
     * @param from the entity tag of the file whose bytes come now
     * @throws HomeException when what is there can't be thrown away
     */
    public void restart(Optional<String> from) throws HomeException {
        tag = from;
        try {
            out.truncate(0);
        } catch (IOException e) {
            throw unwritable(e);
        }
        digest.reset();
        size = 0;
    }

    /**
     * Takes in what comes next, to its end. Never reads more than one byte beyond the size.
     *
     * @param bytes the bytes; not closed
     * @param origin where they come from, for messages
     * @param progress called with the number of bytes so far
     * @throws UnreachableException when they break off; what came is there
     * @throws RepositoryException when there are too many
     * @throws HomeException when they can't be written
     */
    public void receive(InputStream bytes, String origin, LongConsumer progress)
            throws RepositoryException, HomeException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, content.size() - size + 1)];
        for (int n = read(bytes, buffer, origin); n >= 0; n = read(bytes, buffer, origin)) {
            if (size + n > content.size()) {
                throw new RepositoryException(
                        "DT-FETCH-005",
                        "Expected " + content.size() + " bytes as the index says, but there are more at " + origin,
                        "The repository's index and its files do not belong together; tell its publisher.");
            }
            write(buffer, n);
            progress.accept(size);
        }
    }

    /** Failures of the source and of the disk need different advice, so they are told apart here. */
    private int read(InputStream bytes, byte[] buffer, String origin) throws RepositoryException {
        try {
            return bytes.read(buffer, 0, (int) Math.min(buffer.length, content.size() + 1 - size));
        } catch (IOException e) {
            throw new UnreachableException(
                    "DT-FETCH-004",
                    "The download broke off: " + e.getMessage() + " at " + origin,
                    "Check the connection to the repository and try again.",
                    e);
        }
    }

    private void write(byte[] bytes, int length) throws HomeException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        digest.update(bytes, 0, length);
        size += length;
    }

    /**
     * Puts the jar in its place, if it is what it must be. Nothing more can be received then.
     *
     * @param origin where it came from, for messages
     * @throws RepositoryException when it is cut short, or its bytes are others
     * @throws HomeException when it can't be put there
     */
    public void land(String origin) throws RepositoryException, HomeException {
        check(origin, HexFormat.of().formatHex(digest.digest()));
        try {
            out.force(true);
            out.close();
            Landings.seal(file);
            AtomicFile.moveIntoPlace(file, place);
            landings.add(place);
            landed = true;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void check(String origin, String sha256) throws RepositoryException {
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

    /** Keeps nothing for the next time. */
    public void discard() {
        keeping = false;
    }

    @Override
    public void close() throws HomeException {
        try {
            out.close();
            if (!landed && (!keeping || size == 0)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            onClose.run();
        }
    }

    private HomeException unwritable(IOException e) {
        return Store.unwritable(file, e);
    }
}
