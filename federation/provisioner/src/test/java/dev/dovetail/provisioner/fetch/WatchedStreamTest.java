package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedStreamTest {

    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        watchdog.shutdownNow();
    }

    @Test
    void aReaderThatTakesItsTimeIsNotTakenForASilentServer() throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMillis(50), 1, 10);
        try (InputStream in =
                new WatchedStream(new ByteArrayInputStream(new byte[] {1, 2}), limits, watchdog, new Cancellation())) {
            assertThat(in.read()).isEqualTo(1);
            Thread.sleep(400);
            assertThat(in.read()).isEqualTo(2);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void aSilentServerIsFreedFromByClosingAndSaidToBeSilent() {
        Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMillis(50), 1, 10);
        assertThatIOException()
                .isThrownBy(() -> new WatchedStream(new Blocking(), limits, watchdog, new Cancellation()).read())
                .withMessage("no byte arrived for 50 ms");
    }

    @Test
    void nothingIsWatchedOnceItIsClosed() throws Exception {
        ScheduledThreadPoolExecutor own = new ScheduledThreadPoolExecutor(1);
        own.setRemoveOnCancelPolicy(true);
        new WatchedStream(new ByteArrayInputStream(new byte[0]), Limits.USUAL, own, new Cancellation()).close();
        assertThat(own.getQueue()).isEmpty();
        own.shutdownNow();
    }

    /** A read that ends when another thread closes the stream, like a socket's. */
    private static final class Blocking extends FilterInputStream {

        private final SynchronousQueue<Integer> queue = new SynchronousQueue<>();

        Blocking() {
            super(InputStream.nullInputStream());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() throws IOException {
            if (!queue.offer(1)) {
                throw new IOException("nobody was waiting");
            }
        }
    }
}
