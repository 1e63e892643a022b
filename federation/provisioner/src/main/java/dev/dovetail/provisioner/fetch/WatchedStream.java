package dev.dovetail.provisioner.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that may neither stall nor drip for ever. The client's own timeout ends with the headers, and a blocked read
 * can't be interrupted: closing the stream from another thread is what frees it.
 */
final class WatchedStream extends FilterInputStream {

    private final Limits limits;
    private final ScheduledFuture<?> watch;
    private final Cancellation.Registration ending;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long started = System.nanoTime();
    private long received;
    private volatile String verdict = "";
    private volatile boolean waiting;
    private volatile long waitingSince = started;
    private volatile long allowed;

    /**
     * @param body what to read
     * @param limits how long it may take
     * @param watchdog looks at it now and then until it is closed
     * @param wish ends it
     */
    WatchedStream(InputStream body, Limits limits, ScheduledExecutorService watchdog, Cancellation wish) {
        super(body);
        this.limits = limits;
        this.allowed = limits.total(0).toNanos();
        long period = Math.max(10, limits.stall().toMillis() / 10);
        this.watch = watchdog.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
        this.ending = wish.onCancel(() -> giveUp("it was given up"));
    }

    /** Time that the reader spends on other things, such as a slow disk, is not held against the repository's silence. */
    private void look() {
        long now = System.nanoTime();
        if (waiting && now - waitingSince > limits.stall().toNanos()) {
            giveUp("no byte arrived for " + limits.stall().toMillis() + " ms");
        } else if (now - started > allowed) {
            giveUp("it came slower than " + limits.minimumRate() + " bytes a second");
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
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            int n = super.read(buffer, offset, length);
            if (!verdict.isEmpty()) {
                throw new IOException(verdict);
            }
            received += Math.max(0, n);
            allowed = limits.total(received).toNanos();
            return n;
        } catch (IOException e) {
            throw verdict.isEmpty() ? e : new IOException(verdict, e);
        } finally {
            waiting = false;
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        ending.close();
        super.close();
    }
}
