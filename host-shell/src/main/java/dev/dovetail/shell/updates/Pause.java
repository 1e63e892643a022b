package dev.dovetail.shell.updates;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/**
 * Notices that nobody has touched a window for a while. Looks at a clock now and then, since an animation that waits would
 * have the window drawn all the time. To be made and closed on the JavaFX application thread.
 */
public final class Pause implements AutoCloseable {

    /** How long it takes until somebody is taken to have stopped working. */
    public static final Duration USUAL = Duration.ofMinutes(2);

    private static final int LOOKS = 4;

    private final Scene scene;
    private final long nanos;
    private final Executor ui;
    private final Runnable task;
    private final EventHandler<InputEvent> touched = event -> touch();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "dovetail-pause");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long last = System.nanoTime();

    /**
     * @param scene the window's
     * @param length how long nobody may touch it
     * @param ui the JavaFX application thread
     * @param task carried out there within a quarter of that length after it has passed, and after each further one
     */
    public Pause(Scene scene, Duration length, Executor ui, Runnable task) {
        this.scene = scene;
        this.nanos = length.toNanos();
        this.ui = ui;
        this.task = task;
        scene.addEventFilter(InputEvent.ANY, touched);
        long step = nanos / LOOKS;
        var unused = looking.scheduleWithFixedDelay(this::look, step, step, TimeUnit.NANOSECONDS);
    }

    private void touch() {
        last = System.nanoTime();
    }

    private void look() {
        if (System.nanoTime() - last >= nanos) {
            touch();
            ui.execute(task);
        }
    }

    @Override
    public void close() {
        looking.shutdown();
        scene.removeEventFilter(InputEvent.ANY, touched);
    }
}
