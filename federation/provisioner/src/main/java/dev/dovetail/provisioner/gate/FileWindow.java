package dev.dovetail.provisioner.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Little-endian numbers and bytes of an archive, at any place of it, through one buffer that moves along. Memory stays the
 * same however large the archive is. Puts numbers together by hand: a jar is mostly looked at when nothing is compiled yet,
 * and buffers are slow then.
 */
final class FileWindow {

    private static final int WIDTH = 64 * 1024;
    private static final int BYTE = 0xFF;

    private final @Nullable SeekableByteChannel file;
    private final byte[] window;
    private final long size;
    private long start;
    private int limit;

    private FileWindow(@Nullable SeekableByteChannel file, byte[] window, long size, int limit) {
        this.file = file;
        this.window = window;
        this.size = size;
        this.limit = limit;
    }

    static FileWindow over(SeekableByteChannel file) throws IOException {
        return new FileWindow(file, new byte[WIDTH], file.size(), 0);
    }

    static FileWindow over(byte[] archive) {
        return new FileWindow(null, archive, archive.length, archive.length);
    }

    long size() {
        return size;
    }

    int u16(long position) throws IOException, JarFormException {
        return u16(window, locate(position, Short.BYTES));
    }

    long u32(long position) throws IOException, JarFormException {
        return u32(window, locate(position, Integer.BYTES));
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & BYTE) | (bytes[at + 1] & BYTE) << 8;
    }

    static long u32(byte[] bytes, int at) {
        return u16(bytes, at) | (long) u16(bytes, at + 2) << 16;
    }

    byte[] bytes(long position, int length) throws IOException, JarFormException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            ByteBuffer some = some(position + done, length - done);
            int count = some.remaining();
            some.get(bytes, done, count);
            done += count;
        }
        return bytes;
    }

    /** From here on, as many bytes as the window has, but at least one and at most this many. */
    ByteBuffer some(long position, long most) throws IOException, JarFormException {
        int at = locate(position, 1);
        return ByteBuffer.wrap(window, at, (int) Math.min(most, limit - at));
    }

    /** Moves the window if it must, and says where in it the position is. */
    int locate(long position, int length) throws IOException, JarFormException {
        if (position < start || position + length > start + limit) {
            if (position < 0 || position + length > size) {
                throw new JarFormException(
                        Rule.ARCHIVE, "Expected " + length + " bytes at " + position + ", found the end of the file");
            }
            load(position);
        }
        return (int) (position - start);
    }

    /** What {@link #locate} speaks of, until it is called again. */
    byte[] window() {
        return window;
    }

    private void load(long position) throws IOException, JarFormException {
        if (file == null) {
            throw new IllegalStateException("Expected the whole archive in memory, missing " + position);
        }
        file.position(position);
        ByteBuffer buffer = ByteBuffer.wrap(window, 0, (int) Math.min(WIDTH, size - position));
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new JarFormException(Rule.ARCHIVE, "Expected " + size + " bytes, found fewer");
            }
        }
        limit = buffer.limit();
        start = position;
    }
}
