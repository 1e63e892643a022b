package dev.dovetail.provisioner.fetch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The wish that some work be given up. It may come at any moment and from any thread, and is never taken back; what waits
 * for a network at that moment is freed at once.
 */
public final class Cancellation {

    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private boolean cancelled;

    /** Gives the work up. More than once is as good as once. */
    public void cancel() {
        for (Runnable release : cancelled()) {
            release.run();
        }
    }

    private synchronized List<Runnable> cancelled() {
        cancelled = true;
        List<Runnable> releases = List.copyOf(waiting);
        waiting.clear();
        return releases;
    }

    /** @return whether the work is to be given up */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Frees whoever waits when the work is given up, or at once if it was.
     *
     * @param release what frees them, another one for each; runs on the thread of whoever cancels, at most once
     * @return ends it: once closed, {@code release} is not begun any more
     */
    public Registration onCancel(Runnable release) {
        if (!add(release)) {
            release.run();
        }
        return () -> remove(release);
    }

    private synchronized boolean add(Runnable release) {
        return !cancelled && waiting.add(release);
    }

    private synchronized void remove(Runnable release) {
        waiting.remove(release);
    }

    /** Somebody who would be freed. */
    @FunctionalInterface
    public interface Registration {
        /** Ends it. */
        void close();
    }
}
