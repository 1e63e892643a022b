package dev.dovetail.provisioner.hostile;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A jar in memory, read like a file. */
public final class BytesChannel implements SeekableByteChannel {

    private final byte[] bytes;
    private int position;

    public BytesChannel(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer to) {
        int count = Math.min(to.remaining(), bytes.length - position);
        if (count <= 0) {
            return -1;
        }
        to.put(bytes, position, count);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("Expected to be read only");
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long other) {
        position = (int) other;
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("Expected to be read only");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
