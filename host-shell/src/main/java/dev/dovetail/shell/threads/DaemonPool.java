package dev.dovetail.shell.threads;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Daemon threads under one name. Idle ones end soon: a thread remembers who caused it to be made, and would keep a
 * replaced version of a feature in memory.
 */
public final class DaemonPool implements Executor, AutoCloseable {

    private static final long IDLE_MILLIS = 500;

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor pool;
    private final Consumer<Throwable> onFault;

    /**
     * @param name what the threads are called, with a number behind it
     * @param onFault told of what a task throws
     */
    public DaemonPool(String name, Consumer<Throwable> onFault) {
        this.onFault = onFault;
        pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setContextClassLoader(DaemonPool.class.getClassLoader());
                    return thread;
                });
    }

    @Override
    public void execute(Runnable task) {
        execute(task, onFault);
    }

    /**
     * @param task what to run
     * @param told told of what it throws, unless the pool has been closed by then
     */
    public void execute(Runnable task, Consumer<Throwable> told) {
        if (!pool.isShutdown()) {
            pool.execute(() -> run(task, told));
        }
    }

    private void run(Runnable task, Consumer<Throwable> told) {
        try {
            task.run();
        } catch (Throwable e) {
            if (!pool.isShutdown()) {
                told.accept(e);
            }
        }
    }

    /** Interrupts what is running, and hears no more of it. Later tasks are dropped. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
