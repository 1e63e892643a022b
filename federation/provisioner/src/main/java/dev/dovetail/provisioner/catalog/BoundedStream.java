package dev.dovetail.provisioner.catalog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a stream with an exception at a limit, and remembers when it was the stream itself that failed. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private long count;
    private @Nullable IOException failure;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (exceeded()) {
            throw new IOException("more than " + limit + " bytes");
        }
        try {
            var read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long skip(long bytes) throws IOException {
        return read(new byte[(int) Math.min(bytes, 8192)]);
    }

    boolean exceeded() {
        return count > limit;
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
