package dev.dovetail.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import dev.dovetail.shell.fixture.ShellFixture;
import dev.dovetail.shell.guard.Watchdog.Limits;
import dev.dovetail.shell.guard.Watchdog.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Attribution CHARTS = Attribution.of(new Active("charts", "1.2.0", 7), "Charts");
    private static final Limits SOON =
            new Limits(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(400));

    private final Calls calls = new Calls();
    private final AtomicInteger beats = new AtomicInteger();
    private final BlockingQueue<Map.Entry<String, Holdup>> told = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private Watchdog watchdog;

    @BeforeEach
    void watch() {
        ShellFixture.toolkit();
        Thread thread = ShellFixture.fx(Thread::currentThread);
        Watched watched = new Watched(
                thread,
                task -> {
                    beats.incrementAndGet();
                    Platform.runLater(task);
                },
                calls,
                new Suspects(List::of),
                System::nanoTime);
        watchdog = Watchdog.over(watched, SOON, new Watchdog.Listener() {
            @Override
            public void noticed(Holdup holdup) {
                told.add(Map.entry("noticed", holdup));
            }

            @Override
            public void lasting(Holdup holdup) {
                told.add(Map.entry("lasting", holdup));
            }

            @Override
            public void over(Holdup holdup) {
                told.add(Map.entry("over", holdup));
            }
        });
    }

    @AfterEach
    void close() {
        release.countDown();
        watchdog.close();
    }

    private Holdup next(String kind) throws InterruptedException {
        Map.Entry<String, Holdup> one = told.poll(10, TimeUnit.SECONDS);
        assertThat(one).isNotNull();
        assertThat(one.getKey()).isEqualTo(kind);
        return one.getValue();
    }

    private void block(Attribution who) {
        Platform.runLater(() -> calls.run(who, this::hang));
    }

    private void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void namesWhoHoldsTheThreadUpAndWhereWhileItIsHeldUp() throws InterruptedException {
        block(CHARTS);
        Holdup noticed = next("noticed");
        assertThat(release.getCount()).isEqualTo(1);
        assertThat(noticed.who()).contains(CHARTS);
        assertThat(noticed.where()).contains("WatchdogTest.hang");
        assertThat(noticed.lasted()).isGreaterThanOrEqualTo(SOON.noticed());
        Holdup lasting = next("lasting");
        assertThat(lasting.lasted()).isGreaterThanOrEqualTo(SOON.lasting());
        release.countDown();
        Holdup over = next("over");
        assertThat(over.who()).contains(CHARTS);
        assertThat(over.lasted()).isGreaterThanOrEqualTo(lasting.lasted());
    }

    @Test
    void sendsNoSecondTaskBeforeTheFirstWasDone() throws InterruptedException {
        block(CHARTS);
        next("noticed");
        int before = beats.get();
        next("lasting");
        assertThat(beats).hasValue(before);
        release.countDown();
        next("over");
        ShellFixture.until("the next beat", () -> beats.get() > before);
    }

    @Test
    void saysThatNobodyCanBeNamed() throws InterruptedException {
        Platform.runLater(this::hang);
        assertThat(next("noticed").who()).isEmpty();
    }

    @Test
    void watchesNoMoreOnceItIsClosed() throws InterruptedException {
        watchdog.close();
        Thread.sleep(100);
        int last = beats.get();
        Thread.sleep(100);
        assertThat(beats).hasValue(last);
    }
}
