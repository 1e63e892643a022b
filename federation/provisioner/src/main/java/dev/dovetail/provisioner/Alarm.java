package dev.dovetail.provisioner;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Does something later. */
@FunctionalInterface
public interface Alarm {

    /** The machine's own. */
    Alarm SYSTEM = (delay, task) -> {
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(task);
    };

    /**
     * @param delay how much later
     * @param task what to do then, on any thread; it comes back soon
     */
    void after(Duration delay, Runnable task);
}
