package dev.dovetail.shell.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.shell.fixture.ShellFixture;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FxThreadTest {

    private final FxThread ui = new FxThread();

    @BeforeAll
    static void toolkit() {
        ShellFixture.toolkit();
    }

    @Test
    void answersFromTheOtherThread() throws Exception {
        assertThat(ui.call(Platform::isFxApplicationThread, Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    void givesUpOnATaskThatWasNotBegunAndNeverRunsIt() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicBoolean ran = new AtomicBoolean();
        Platform.runLater(() -> await(busy));
        assertThatThrownBy(() -> ui.call(() -> ran.getAndSet(true), Duration.ofMillis(50)))
                .isInstanceOf(TimeoutException.class);
        busy.countDown();
        ui.call(() -> true, Duration.ofSeconds(10));
        assertThat(ran).isFalse();
    }

    @Test
    void waitsForATaskThatWasBegun() throws Exception {
        assertThat(ui.call(
                        () -> {
                            Thread.sleep(200);
                            return "done";
                        },
                        Duration.ofMillis(100)))
                .isEqualTo("done");
    }

    @Test
    void passesOnWhatATaskThrows() {
        assertThatThrownBy(() -> ui.call(
                        () -> {
                            throw new IllegalStateException("no");
                        },
                        Duration.ofSeconds(10)))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("no");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
