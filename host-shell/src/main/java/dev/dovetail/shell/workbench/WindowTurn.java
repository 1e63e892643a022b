package dev.dovetail.shell.workbench;

import dev.dovetail.federation.HandOverException;
import dev.dovetail.shell.guard.Holdup;
import dev.dovetail.shell.threads.Decision;
import dev.dovetail.shell.threads.FxThread;
import dev.dovetail.shell.view.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/**
 * Has the JavaFX application thread do something and waits for it, but not for ever: a feature's code may keep that thread
 * from coming to it, or from coming back. Says then where it is. Any other thread.
 */
final class WindowTurn {

    private static final System.Logger LOG = System.getLogger(WindowTurn.class.getName());
    private static final Duration BEGIN = Duration.ofSeconds(30);

    private final FxThread ui;
    private final Thread thread;
    private final Duration limit;

    /**
     * @param ui runs tasks on the JavaFX application thread
     * @param thread that thread
     * @param limit how long a task may take
     */
    WindowTurn(FxThread ui, Thread thread, Duration limit) {
        this.ui = ui;
        this.thread = thread;
        this.limit = limit;
    }

    /** For what does no harm when it comes to its end although nobody waits for it any more. */
    <T> T await(Callable<T> task) throws HandOverException {
        Decision decision = new Decision();
        try {
            return call(task, decision);
        } catch (TimeoutException e) {
            throw heldUp(e);
        }
    }

    /** For what must not: it looks at the decision before its point of no return. What was decided counts as done. */
    boolean decide(Callable<Boolean> task, Decision decision) throws HandOverException {
        try {
            return call(task, decision);
        } catch (TimeoutException e) {
            HandOverException heldUp = heldUp(e);
            if (!decision.isDecided()) {
                throw heldUp;
            }
            LOG.log(System.Logger.Level.WARNING, "Views were handed over, but tidying up behind them hangs", heldUp);
            return true;
        }
    }

    /** Throws when a task's outcome counts no more. */
    static void require(Decision decision) throws HandOverException {
        if (!decision.decide()) {
            throw new HandOverException("It came back when it had been given up.", new TimeoutException());
        }
    }

    /** Of the thread that would be waited for. */
    static void refuseItself() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("Expected another thread than JavaFX's: it would wait for itself.");
        }
    }

    private <T> T call(Callable<T> task, Decision decision) throws HandOverException, TimeoutException {
        refuseItself();
        try {
            return ui.call(task, BEGIN, limit, decision);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HandOverException("Interrupted while waiting for the window.", e);
        } catch (ExecutionException e) {
            throw Failure.root(e) instanceof HandOverException refused
                    ? refused
                    : new HandOverException(Failure.sentence(e), Failure.root(e));
        }
    }

    private HandOverException heldUp(TimeoutException e) {
        Holdup holdup = new Holdup(Optional.empty(), Duration.ZERO, List.of(thread.getStackTrace()));
        return new HandOverException("the window " + e.getMessage() + "; it is in " + holdup.where(), e);
    }
}
