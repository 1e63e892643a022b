package dev.dovetail.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.ShellFixture;
import dev.dovetail.shell.guard.Watchdog.Limits;
import dev.dovetail.shell.guard.Watchdog.Watched;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** A window in which nothing happens, in a process where nothing else did: the watchdog must not paint it. */
class IdleWindowIT {

    private static final Limits SOON =
            new Limits(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(400));

    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicInteger pulses = new AtomicInteger();
    private final List<Holdup> told = new CopyOnWriteArrayList<>();

    @Test
    void isNotPaintedAndNothingIsSaidOfIt() throws InterruptedException {
        ShellFixture.toolkit();
        Stage stage = ShellFixture.fx(IdleWindowIT::still);
        Thread.sleep(500);
        ShellFixture.run(() -> stage.getScene().addPreLayoutPulseListener(pulses::incrementAndGet));
        Thread.sleep(300);
        int painted = pulses.get();

        Watchdog watchdog = Watchdog.over(watched(), SOON, new Listener());
        ShellFixture.until("ten beats", () -> beats.get() > 10);
        watchdog.close();

        assertThat(pulses).hasValue(painted);
        assertThat(told).isEmpty();
    }

    private static Stage still() {
        Stage shown = new Stage();
        shown.setScene(new Scene(new Label("still"), 200, 100));
        shown.show();
        return shown;
    }

    private Watched watched() {
        return new Watched(
                ShellFixture.fx(Thread::currentThread),
                task -> {
                    beats.incrementAndGet();
                    Platform.runLater(task);
                },
                new Calls(),
                new Suspects(List::of),
                System::nanoTime);
    }

    private final class Listener implements Watchdog.Listener {

        @Override
        public void noticed(Holdup holdup) {
            told.add(holdup);
        }

        @Override
        public void lasting(Holdup holdup) {
            told.add(holdup);
        }

        @Override
        public void over(Holdup holdup) {
            told.add(holdup);
        }
    }
}
