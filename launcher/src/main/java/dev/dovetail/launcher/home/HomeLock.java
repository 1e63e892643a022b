package dev.dovetail.launcher.home;

import dev.dovetail.provisioner.failure.HomeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to change a home, held by at most one process. The operating system takes it back when the process ends, in
 * whatever way.
 */
public final class HomeLock implements AutoCloseable {

    private final Home home;
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(Home home, FileChannel channel, FileLock lock) {
        this.home = home;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @param home whose
     * @return the lock, to be closed at the end
     * @throws HomeException when another process has it, or it can't be taken
     */
    public static HomeLock take(Home home) throws HomeException {
        home.make();
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw new HomeException(
                        "DT-HOME-011",
                        "Expected to be alone, but Dovetail already runs with this home" + holder(home) + ": "
                                + home.directory(),
                        "Use its window, or close it first.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            return new HomeLock(home, channel, lock.get());
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-012", "Can't lock " + home.lock() + ": " + e.getMessage(), "Choose another --home.", e);
        }
    }

    /** The same JVM twice is an exception, another process is an absent value: one answer for both. */
    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static String holder(Home home) {
        try {
            String pid = Files.readString(home.lock()).strip();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * @param home a home
     * @return whether a process has the lock now
     */
    public static boolean held(Home home) {
        Path file = home.lock();
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isPresent()) {
                lock.get().release();
            }
            return lock.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** @return the home that may be changed while this is held */
    public Home home() {
        return home;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
