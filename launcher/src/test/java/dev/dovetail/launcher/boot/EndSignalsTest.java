package dev.dovetail.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class EndSignalsTest {

    @Test
    void withoutASignalTheExitCodeIsTheCommandsOwn() {
        EndSignals signals = EndSignals.listen(() -> {});
        assertThat(signals.received()).isFalse();
        assertThat(signals.exitCode(1)).isEqualTo(1);
    }

    @Test
    void aSignalRunsTheEndAndShowsInTheExitCode() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        EndSignals signals = EndSignals.listen(ended::countDown);
        raise("TERM");
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(signals.received()).isTrue();
        assertThat(signals.exitCode(0)).isEqualTo(128 + 15);
    }

    /** As from whoever signals a process and then its group. Were the second not passed over, this test would not end. */
    @Test
    void twoSignalsAtOnceAreOneEnd() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        EndSignals signals = EndSignals.listen(() -> {
            ends.incrementAndGet();
            ended.countDown();
        });
        raise("TERM");
        raise("TERM");
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(200);
        assertThat(ends).hasValue(1);
        assertThat(signals.exitCode(0)).isEqualTo(128 + 15);
    }

    /** By name, as there is no official way to send oneself a signal. */
    private static void raise(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        type.getMethod("raise", type)
                .invoke(type, type.getConstructor(String.class).newInstance(name));
    }
}
