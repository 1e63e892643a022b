package dev.dovetail.shell.updates;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again. A moment on the clock is waited for like this, and not by a delay up to it: a machine that
 * sleeps, or whose clock is set, would miss it.
 */
public final class Ticks implements AutoCloseable {

    /** How often is usual. */
    public static final Duration USUAL = Duration.ofSeconds(5);

    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(tick -> {
        Thread thread = new Thread(tick, "dovetail-ticks");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param length how often
     * @param ui the thread on which it is done
     * @param task done there
     */
    public Ticks(Duration length, Executor ui, Runnable task) {
        var unused = ticking.scheduleWithFixedDelay(
                () -> ui.execute(task), length.toNanos(), length.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        ticking.shutdown();
    }
}
