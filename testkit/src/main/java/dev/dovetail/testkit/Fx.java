package dev.dovetail.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The JavaFX toolkit of a test, and its thread. */
final class Fx {

    private static final int PULSES = 3;

    private Fx() {}

    static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException e) {
            // It was started before, by another test.
            System.getLogger(Fx.class.getName()).log(System.Logger.Level.DEBUG, "JavaFX runs already", e);
        }
        Platform.setImplicitExit(false);
    }

    /** Runs a task on JavaFX's thread, and waits for it; what it throws is thrown. */
    static <T> T call(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until JavaFX has drawn a few times, and so let go of what it only had for that. */
    static void pulses() throws Exception {
        CountDownLatch drawn = new CountDownLatch(PULSES);
        AnimationTimer timer = call(() -> {
            AnimationTimer counting = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    drawn.countDown();
                }
            };
            counting.start();
            return counting;
        });
        drawn.await();
        var unused = call(() -> {
            timer.stop();
            return true;
        });
    }
}
