package dev.dovetail.publisher.files;

import dev.dovetail.publisher.failure.PublishException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The right to change a repository, held by one publisher at a time, of all processes of this machine. The operating system
 * takes it back when the process ends, in whatever way.
 */
public final class PublisherLock implements AutoCloseable {

    /**
     * What is done with the lock held.
     *
     * @param <T> what comes out of it
     */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * @return what comes out of it
         * @throws PublishException when it fails
         */
        T carryOut() throws PublishException;
    }

    // A file lock belongs to the process, and closing any channel of the file gives it up: within a process, threads
    // have to take turns before they so much as open the file.
    private static final Map<Path, Semaphore> TURNS = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final Semaphore turn;

    private PublisherLock(FileChannel channel, Semaphore turn) {
        this.channel = channel;
        this.turn = turn;
    }

    /**
     * Takes the lock, as soon as it is free.
     *
     * @param folder of the repository, which must be there
     * @param waiting is told once when another publisher has it
     * @return the lock, to be closed
     * @throws PublishException when it can't be taken at all
     */
    static PublisherLock take(Path folder, Consumer<String> waiting) throws PublishException {
        Path file = folder.resolve("metadata").resolve(".lock");
        try {
            Files.createDirectories(Folders.of(file));
            Semaphore turn = TURNS.computeIfAbsent(Folders.of(file).toRealPath(), path -> new Semaphore(1, true));
            if (!turn.tryAcquire()) {
                waiting.accept("Waiting for another publisher of this process…");
                turn.acquire();
            }
            return locked(file, turn, waiting);
        } catch (IOException e) {
            throw new PublishException(
                    "DT-PUBLISH-010",
                    "Can't lock the repository: " + file + ": " + e.getMessage(),
                    "See that you may write there.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException(
                    "DT-PUBLISH-010", "Interrupted while waiting for the lock " + file, "Give the command again.", e);
        }
    }

    /**
     * Takes the lock, does something, and gives it back.
     *
     * @param <T> what comes out of it
     * @param folder of the repository, which must be there
     * @param waiting is told once when another publisher has it
     * @param work what to do
     * @return what came out of it
     * @throws PublishException when the lock can't be taken, or the work fails
     */
    @SuppressWarnings("try") // Held, not looked at.
    public static <T> T during(Path folder, Consumer<String> waiting, Work<T> work) throws PublishException {
        try (PublisherLock lock = take(folder, waiting)) {
            return work.carryOut();
        } catch (IOException e) {
            throw new PublishException(
                    "DT-PUBLISH-010",
                    "Can't give the lock of " + folder + " back: " + e.getMessage(),
                    "What was to be done is done. See that the disk is well.",
                    e);
        }
    }

    private static PublisherLock locked(Path file, Semaphore turn, Consumer<String> waiting) throws IOException {
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                waiting.accept("Waiting for another publisher" + holder(channel) + "…");
                lock = channel.lock();
            }
            note(channel);
            taken = lock.isValid();
            return new PublisherLock(channel, turn);
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                turn.release();
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    private static void note(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } finally {
            turn.release();
        }
    }
}
