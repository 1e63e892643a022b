package dev.dovetail.shell.threads;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Runs tasks on the JavaFX application thread: at once when called there, else in order of arrival.
 *
 * <p>{@link #call} is for threads that JavaFX never waits for. Its limit applies to a thread that doesn't come to the
 * task at all; a task that was begun is waited for, so that the caller always knows how it ended.
 */
public final class FxThread implements Executor {

    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /**
     * Runs a task and waits for its end.
     *
     * @param task what to run
     * @param limit how long to wait for its beginning
     * @return what it answers
     * @throws TimeoutException when the thread didn't come to it; it will not run any more
     * @throws ExecutionException when it threw
     * @throws InterruptedException when the waiting thread is told to stop; the task may still run
     */
    public <T> T call(Callable<T> task, Duration limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        AtomicBoolean claimed = new AtomicBoolean();
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> {
            if (claimed.compareAndSet(false, true)) {
                complete(answer, task);
            }
        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (claimed.compareAndSet(false, true)) {
                throw e;
            }
            return answer.get();
        }
    }

    // Whatever a task throws must reach the waiting thread: nobody else would ever hear of it.
    private static <T> void complete(CompletableFuture<T> answer, Callable<T> task) {
        try {
            answer.complete(task.call());
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
