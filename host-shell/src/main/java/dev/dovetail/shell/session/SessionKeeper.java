package dev.dovetail.shell.session;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Saves the session a second after it changed, every fifteen seconds because views change on their own, and when it is
 * closed. The session is taken on the JavaFX application thread and written on a thread of its own.
 */
public final class SessionKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SessionKeeper.class.getName());
    private static final long DEBOUNCE_MILLIS = 1_000;
    private static final long PERIOD_MILLIS = 15_000;

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, SessionKeeper::thread, new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicBoolean due = new AtomicBoolean();
    private final SessionFile file;
    private final Supplier<Session> current;
    private final Executor ui;
    private final Consumer<IOException> onFailure;
    private Session written = Session.FRESH;

    /**
     * @param file where it is kept
     * @param current takes the session; called on the thread of {@code ui}
     * @param ui the JavaFX application thread
     * @param onFailure told when it could not be written; on any thread
     */
    public SessionKeeper(SessionFile file, Supplier<Session> current, Executor ui, Consumer<IOException> onFailure) {
        this.file = file;
        this.current = current;
        this.ui = ui;
        this.onFailure = onFailure;
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var unused = timer.scheduleWithFixedDelay(this::take, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dovetail-session");
        thread.setDaemon(true);
        return thread;
    }

    /** Says that something changed. Any thread. */
    public void touch() {
        if (due.compareAndSet(false, true)) {
            var unused = timer.schedule(this::take, DEBOUNCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void take() {
        due.set(false);
        ui.execute(() -> {
            Session session = current.get();
            timer.execute(() -> write(session));
        });
    }

    private synchronized void write(Session session) {
        if (session.equals(written)) {
            return;
        }
        try {
            file.write(session);
            written = session;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The session could not be saved", e);
            onFailure.accept(e);
        }
    }

    /**
     * Writes the last session and ends. What is under way is finished first.
     *
     * @param last the session to keep
     */
    public void close(Session last) {
        close();
        write(last);
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
