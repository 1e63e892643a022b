package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.Failure;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Catches what nobody else does on the JavaFX application thread: layout, cells and timelines run outside of every event
 * handler, so that nobody can be named. JavaFX application thread only.
 */
final class UncaughtFaults implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UncaughtFaults.class.getName());

    private final Thread thread;
    private final Optional<UncaughtExceptionHandler> before;

    private UncaughtFaults(Thread thread) {
        this.thread = thread;
        before = Optional.ofNullable(thread.getUncaughtExceptionHandler());
    }

    static UncaughtFaults catching(Consumer<Toast> toasts) {
        Thread thread = Thread.currentThread();
        UncaughtFaults faults = new UncaughtFaults(thread);
        thread.setUncaughtExceptionHandler((any, fault) -> {
            LOG.log(System.Logger.Level.ERROR, "Something on the JavaFX application thread threw", fault);
            toasts.accept(Toast.of(Level.ERROR, "Something went wrong: " + Failure.sentence(fault)));
        });
        return faults;
    }

    @Override
    public void close() {
        thread.setUncaughtExceptionHandler(before.orElse(null));
    }
}
