package dev.dovetail.provisioner.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that may neither stall nor drip for ever. The client's own timeout ends with the headers, and a blocked read
 * can't be interrupted: closing the stream from another thread is what frees it.
 */
final class WatchedStream extends FilterInputStream {

    private final ScheduledFuture<?> watch;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile String verdict = "";
    private final Duration stall;
    private final Duration total;
    private final long started = System.nanoTime();
    private volatile long lastByte = started;

    WatchedStream(InputStream body, Duration stall, Duration total, ScheduledExecutorService watchdog) {
        super(body);
        this.stall = stall;
        this.total = total;
        long period = Math.max(10, stall.toMillis() / 10);
        this.watch = watchdog.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        if (now - lastByte > stall.toNanos()) {
            giveUp("no byte arrived for " + stall.toMillis() + " ms");
        } else if (now - started > total.toNanos()) {
            giveUp("it was not complete after " + total.toMillis() + " ms");
        }
    }

    private void giveUp(String reason) {
        if (closed.compareAndSet(false, true)) {
            verdict = reason;
            watch.cancel(false);
            try {
                in.close();
            } catch (IOException e) {
                System.getLogger(WatchedStream.class.getName())
                        .log(System.Logger.Level.DEBUG, "Closing a stalled download failed", e);
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int n = super.read(buffer, offset, length);
            if (!verdict.isEmpty()) {
                throw new IOException(verdict);
            }
            lastByte = System.nanoTime();
            return n;
        } catch (IOException e) {
            throw verdict.isEmpty() ? e : new IOException(verdict, e);
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
