package dev.dovetail.shell.threads;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Runs tasks on the JavaFX application thread: at once when called there, else in order of arrival.
 *
 * <p>{@link #call} is for threads that JavaFX never waits for. Without a {@link Decision}, its limit applies to a thread
 * that doesn't come to the task at all; a task that was begun is waited for, so that the caller always knows how it ended.
 * With one, what was begun has a limit too, and the decision tells whether it still counts.
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
        return begin(task, limit).get();
    }

    /**
     * Runs a task that may hang, and waits for its end.
     *
     * @param task what to run
     * @param begin how long to wait for its beginning
     * @param end how long to wait for its end after that, and as long again when it is decided by then
     * @param decision decided by the task, if it has a point of no return; given up when it takes too long before that
     * @return what it answers
     * @throws TimeoutException when the thread didn't come to it, and then it will not run any more; or when it didn't come
     *     back, and then the decision tells whether it counts
     * @throws ExecutionException when it threw
     * @throws InterruptedException when the waiting thread is told to stop; the task may still run
     */
    public <T> T call(Callable<T> task, Duration begin, Duration end, Decision decision)
            throws TimeoutException, ExecutionException, InterruptedException {
        CompletableFuture<T> answer = begin(task, begin);
        try {
            return answer.get(end.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (decision.giveUp()) {
                throw new TimeoutException("did not come back within " + end.toSeconds() + " s");
            }
            return answer.get(end.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private <T> CompletableFuture<T> begin(Callable<T> task, Duration limit)
            throws TimeoutException, InterruptedException {
        AtomicBoolean claimed = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> {
            if (claimed.compareAndSet(false, true)) {
                begun.countDown();
                complete(answer, task);
            }
        });
        if (!begun.await(limit.toMillis(), TimeUnit.MILLISECONDS) && claimed.compareAndSet(false, true)) {
            throw new TimeoutException("did not answer within " + limit.toSeconds() + " s");
        }
        return answer;
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
