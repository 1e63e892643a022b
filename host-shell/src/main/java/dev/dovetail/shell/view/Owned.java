package dev.dovetail.shell.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.application.Platform;

/** What a feature handed over, to be closed with its context. Any thread. */
final class Owned {

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final Consumer<Throwable> onFault;
    private boolean ended;

    Owned(Consumer<Throwable> onFault) {
        this.onFault = onFault;
    }

    void add(AutoCloseable resource) {
        if (!kept(resource)) {
            Platform.runLater(() -> close(resource));
        }
    }

    private synchronized boolean kept(AutoCloseable resource) {
        if (!ended) {
            resources.push(resource);
        }
        return !ended;
    }

    /** On the JavaFX application thread: closes all, the last that came first. */
    void end() {
        drained().forEach(this::close);
    }

    private synchronized Deque<AutoCloseable> drained() {
        Deque<AutoCloseable> all = new ArrayDeque<>(resources);
        resources.clear();
        ended = true;
        return all;
    }

    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Throwable fault) {
            onFault.accept(fault);
        }
    }
}
