package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.FaultSink;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.guard.Suspects;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.Failure;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Catches what nobody else does, on the JavaFX application thread and on threads that features start themselves, and finds
 * out whose it is where that can be told. Made and closed on the JavaFX application thread.
 */
final class UncaughtFaults implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UncaughtFaults.class.getName());

    private final Thread thread;
    private final Optional<UncaughtExceptionHandler> before;
    private final Optional<UncaughtExceptionHandler> beforeOfAll;
    private final Suspects suspects;
    private final FaultSink sink;
    private final Consumer<Toast> toasts;

    private UncaughtFaults(Thread thread, Suspects suspects, FaultSink sink, Consumer<Toast> toasts) {
        this.thread = thread;
        this.suspects = suspects;
        this.sink = sink;
        this.toasts = toasts;
        before = Optional.ofNullable(thread.getUncaughtExceptionHandler());
        beforeOfAll = Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    }

    static UncaughtFaults catching(Suspects suspects, FaultSink sink, Consumer<Toast> toasts) {
        UncaughtFaults faults = new UncaughtFaults(Thread.currentThread(), suspects, sink, toasts);
        faults.thread.setUncaughtExceptionHandler((any, fault) -> faults.onJavaFx(fault));
        Thread.setDefaultUncaughtExceptionHandler(faults::elsewhere);
        return faults;
    }

    private void onJavaFx(Throwable fault) {
        Optional<Attribution> who = suspects.of(fault);
        who.ifPresent(found -> sink.report(found, kind(fault), fault));
        if (who.isEmpty()) {
            LOG.log(System.Logger.Level.ERROR, "Something on the JavaFX application thread threw", fault);
            toasts.accept(Toast.of(Level.ERROR, "Something went wrong: " + Failure.sentence(fault)));
        }
    }

    private static Kind kind(Throwable fault) {
        return Arrays.stream(fault.getStackTrace()).anyMatch(UncaughtFaults::isPass) ? Kind.LAYOUT : Kind.TASK;
    }

    // What JavaFX calls on its way down through the nodes, to style them and to lay them out.
    private static boolean isPass(StackTraceElement call) {
        return (call.getClassName().equals("javafx.scene.Parent")
                        && call.getMethodName().equals("layout"))
                || (call.getClassName().equals("javafx.scene.Node")
                        && call.getMethodName().equals("processCSS"));
    }

    private void elsewhere(Thread any, Throwable fault) {
        Optional<Attribution> who = suspects.of(any).or(() -> suspects.of(fault));
        if (who.isPresent()) {
            sink.report(who.get(), Kind.BACKGROUND, fault);
        } else if (beforeOfAll.isPresent()) {
            beforeOfAll.get().uncaughtException(any, fault);
        } else {
            LOG.log(System.Logger.Level.ERROR, "The thread " + any.getName() + " threw", fault);
        }
    }

    @Override
    public void close() {
        thread.setUncaughtExceptionHandler(before.orElse(null));
        Thread.setDefaultUncaughtExceptionHandler(beforeOfAll.orElse(null));
    }
}
