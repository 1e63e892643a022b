package dev.dovetail.provisioner.apply;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;

/**
 * A call into foreign code on a thread of its own, since such code may throw whatever it likes or never come back. Says
 * in words what it did wrong.
 */
final class TimedCall {

    private final FutureTask<Void> task;
    private final Thread thread;
    private Throwable cause = new TimeoutException();

    private TimedCall(FutureTask<Void> task, Thread thread) {
        this.task = task;
        this.thread = thread;
    }

    static TimedCall begin(String name, Callable<Void> call) {
        FutureTask<Void> task = new FutureTask<>(call);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new TimedCall(task, thread);
    }

    /** Waits for the end; who doesn't come back, or is not waited for any longer, is interrupted. */
    Optional<String> failure(Duration limit) {
        Optional<String> failed = end(limit);
        if (failed.isPresent()) {
            task.cancel(true);
        }
        return failed;
    }

    /** Waits for the end; who doesn't come back goes on. */
    Optional<String> end(Duration limit) {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            cause = e;
            return Optional.of("it did not come back within " + limit.toMillis() + " ms" + whereabouts());
        } catch (ExecutionException e) {
            cause = e;
            return Optional.of("it threw " + reason(e));
        } catch (InterruptedException e) {
            cause = e;
            Thread.currentThread().interrupt();
            return Optional.of("Dovetail is closing");
        }
    }

    /** What the failure is to be explained with. */
    Throwable cause() {
        return cause;
    }

    /** The platform's own frames say how it waits; the first other one says who does. */
    private String whereabouts() {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .map(frame -> "; it is in " + frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
    }

    /** What the code itself threw, below the wrappings of the thread and the framework. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapping = thrown instanceof ExecutionException || thrown instanceof BundleException;
        return wrapping && cause != null ? reason(cause) : thrown.toString();
    }
}
