package dev.dovetail.provisioner.faulty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file: a write that is cut off is done by half. */
final class FaultyChannel extends FileChannel {

    private final FileChannel real;
    private final Path path;
    private final FaultyProvider provider;

    FaultyChannel(FileChannel real, Path path, FaultyProvider provider) {
        this.real = real;
        this.path = path;
        this.provider = provider;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        provider.written(path);
        if (provider.begin("write " + path)) {
            return real.write(bytes);
        }
        ByteBuffer half = bytes.slice(bytes.position(), bytes.remaining() / 2);
        real.write(half);
        provider.broken("write " + path);
        return half.limit();
    }

    @Override
    public void force(boolean metadata) throws IOException {
        if (provider.begin("force " + path)) {
            real.force(metadata);
            provider.forced(path);
        } else {
            provider.broken("force " + path);
        }
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return real.read(bytes);
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
        return real.read(bytes, offset, length);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return real.read(bytes, position);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        provider.written(path);
        if (!provider.begin("write " + path)) {
            provider.broken("write " + path);
        }
        return real.write(bytes, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
