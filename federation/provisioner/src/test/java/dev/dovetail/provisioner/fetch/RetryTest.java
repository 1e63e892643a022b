package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UnreachableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final Cancellation wish = new Cancellation();

    private Retry retry(Rest rest) {
        return new Retry(new Backoff(Retries.USUAL, new Random(1), Clock.systemUTC()), rest);
    }

    private void run(Retry retry, int failures) throws ProvisioningException {
        retry.run(
                () -> {
                    if (made.incrementAndGet() <= failures) {
                        throw new UnreachableException("DT-FETCH-001", "away", "", new IOException());
                    }
                },
                wish,
                told::incrementAndGet);
    }

    @Test
    void whatTheNetworkKeptFromBeingDoneIsDoneAfterAPause() throws Exception {
        run(retry((pause, end) -> pauses.add(pause)), 2);
        assertThat(made).hasValue(3);
        assertThat(pauses).hasSize(2);
        assertThat(told).hasValue(2);
    }

    @Test
    void afterThreeMoreItIsOver() {
        assertThatThrownBy(() -> run(retry((pause, end) -> pauses.add(pause)), 9))
                .hasMessage("away");
        assertThat(made).hasValue(4);
    }

    @Test
    void neverMeansOnce() {
        assertThatThrownBy(() -> run(Retry.NEVER, 1)).hasMessage("away");
        assertThat(made).hasValue(1);
        assertThat(told).hasValue(0);
    }

    @Test
    void whateverElseFailsIsFinal() {
        assertThatThrownBy(() -> retry((pause, end) -> pauses.add(pause))
                        .run(
                                () -> {
                                    throw new RepositoryException("DT-FETCH-011", "no index", "");
                                },
                                wish,
                                told::incrementAndGet))
                .hasMessage("no index");
        assertThat(pauses).isEmpty();
    }

    @Test
    void whoeverIsEndedInAPauseMakesNoFurtherAttempt() {
        assertThatThrownBy(() -> run(retry((pause, end) -> end.cancel()), 9)).hasMessage("away");
        assertThat(made).hasValue(1);
    }

    @Test
    void whoeverIsEndedAmidstAFurtherAttemptHearsHowTheOneBeforeFailed() {
        assertThatThrownBy(() -> retry((pause, end) -> pauses.add(pause))
                        .run(
                                () -> {
                                    if (made.incrementAndGet() == 1) {
                                        throw new UnreachableException(
                                                "DT-FETCH-003", "found 503", "", new IOException());
                                    }
                                    wish.cancel();
                                    throw new UnreachableException("DT-FETCH-008", "stopped", "", new IOException());
                                },
                                wish,
                                told::incrementAndGet))
                .hasMessage("found 503");
        assertThat(made).hasValue(2);
    }

    @Test
    void anInterruptEndsThePauseAndIsKept() {
        assertThatThrownBy(() -> run(
                        retry((pause, end) -> {
                            throw new InterruptedException();
                        }),
                        9))
                .hasMessage("away");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(made).hasValue(1);
    }
}
