package dev.dovetail.provisioner.fetch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two attempts. */
@FunctionalInterface
public interface Rest {

    /** By the machine's own time. */
    Rest REAL = (pause, wish) -> {
        CountDownLatch given = new CountDownLatch(1);
        Cancellation.Registration freeing = wish.onCancel(given::countDown);
        try {
            boolean early = given.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            System.getLogger(Rest.class.getName())
                    .log(System.Logger.Level.DEBUG, early ? "Woken from a pause" : "Paused for " + pause);
        } finally {
            freeing.close();
        }
    };

    /**
     * Waits.
     *
     * @param pause how long
     * @param wish ends it early
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void take(Duration pause, Cancellation wish) throws InterruptedException;
}
