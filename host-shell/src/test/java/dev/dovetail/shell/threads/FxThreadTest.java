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

    @Test
    void givesUpOnATaskThatDoesNotComeBackWhichCanTellThenThatItDoesNotCount() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        Decision decision = new Decision();
        AtomicBoolean counts = new AtomicBoolean(true);
        assertThatThrownBy(() -> ui.call(
                        () -> {
                            await(busy);
                            counts.set(decision.decide());
                            return true;
                        },
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50),
                        decision))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("did not come back");
        busy.countDown();
        ui.call(() -> true, Duration.ofSeconds(10));
        assertThat(counts).isFalse();
        assertThat(decision.isDecided()).isFalse();
    }

    @Test
    void whatWasDecidedBeforeItHangsCountsAlthoughNobodyWaitsForItForEver() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        Decision decision = new Decision();
        assertThatThrownBy(() -> ui.call(
                        () -> {
                            boolean counts = decision.decide();
                            await(busy);
                            return counts;
                        },
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50),
                        decision))
                .isInstanceOf(TimeoutException.class);
        assertThat(decision.isDecided()).isTrue();
        assertThat(decision.giveUp()).isFalse();
        busy.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
