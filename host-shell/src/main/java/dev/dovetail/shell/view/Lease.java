package dev.dovetail.shell.view;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An instance of a feature's service, borrowed until it is closed. Closing calls into the framework and into the feature:
 * not on the JavaFX application thread.
 *
 * @param <T> the service
 */
public final class Lease<T> implements AutoCloseable {

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final T value;
    private final Runnable release;

    /**
     * @param value the instance
     * @param release gives it back; called once
     */
    public Lease(T value, Runnable release) {
        this.value = value;
        this.release = release;
    }

    /** @return the instance */
    public T value() {
        return value;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            release.run();
        }
    }
}
