package dev.dovetail.shell.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices that the JavaFX application thread doesn't come to anything else, and says whose code holds it up, while it
 * does. A thread of its own gives it a task of nothing now and then, never a second one before it came to the first, and
 * waits: that makes no pulse, and nothing is painted for it. Nothing can be done against what holds the thread up; it is
 * for others to say so, and to remember it.
 */
public final class Watchdog implements AutoCloseable {

    /**
     * How long things may take.
     *
     * @param period between two tasks
     * @param noticed after which a task that the thread doesn't come to is told
     * @param lasting after which it is told once more
     */
    public record Limits(Duration period, Duration noticed, Duration lasting) {

        /** As people use it: less is not felt, and more often is not worth it. */
        public static final Limits USUAL =
                new Limits(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    /** Is told on the watchdog's thread, in this order. */
    public interface Listener {

        /** @param holdup goes on */
        void noticed(Holdup holdup);

        /** @param holdup goes on, and for long by now; looked at anew */
        void lasting(Holdup holdup);

        /** @param holdup is over, and was noticed before */
        void over(Holdup holdup);
    }

    /**
     * What is watched.
     *
     * @param thread the JavaFX application thread
     * @param tasks has it run a task, never at once
     * @param calls says whose code it runs
     * @param suspects says whose code it is where no guard stands
     * @param nanoTime the time, as {@link System#nanoTime} tells it
     */
    public record Watched(Thread thread, Executor tasks, Calls calls, Suspects suspects, LongSupplier nanoTime) {}

    private final Watched watched;
    private final Limits limits;
    private final Listener listener;
    private final Thread own;

    private Watchdog(Watched watched, Limits limits, Listener listener) {
        this.watched = watched;
        this.limits = limits;
        this.listener = listener;
        own = new Thread(this::watch, "dovetail-watchdog");
        own.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param watched what
     * @param limits how long things may take
     * @param listener is told
     * @return ends it
     */
    public static Watchdog over(Watched watched, Limits limits, Listener listener) {
        Watchdog watchdog = new Watchdog(watched, limits, listener);
        watchdog.own.start();
        return watchdog;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(limits.period().toMillis());
                Beat beat = new Beat(watched.nanoTime().getAsLong());
                watched.tasks().execute(beat.come()::countDown);
                if (!beat.within(limits.noticed())) {
                    follow(beat);
                }
            }
        } catch (InterruptedException | IllegalStateException e) {
            // Closed, or JavaFX has ended before.
            System.getLogger(Watchdog.class.getName()).log(System.Logger.Level.DEBUG, "Nothing is watched any more", e);
        }
    }

    private void follow(Beat beat) throws InterruptedException {
        Holdup seen = look(beat);
        listener.noticed(seen);
        if (!beat.within(limits.lasting().minus(limits.noticed()))) {
            Holdup again = look(beat);
            seen = again.who().isPresent() ? again : seen;
            listener.lasting(seen);
            beat.come().await();
        }
        listener.over(seen.lasting(since(beat)));
    }

    // Whose code it is before the stack: it may go on at any moment.
    private Holdup look(Beat beat) {
        Optional<Attribution> who = watched.calls().current();
        StackTraceElement[] stack = watched.thread().getStackTrace();
        return new Holdup(who.or(() -> watched.suspects().of(stack)), since(beat), List.of(stack));
    }

    private Duration since(Beat beat) {
        return Duration.ofNanos(watched.nanoTime().getAsLong() - beat.sent());
    }

    /** Stops watching; a listener that is being told something is interrupted. */
    @Override
    public void close() {
        own.interrupt();
    }

    private record Beat(long sent, CountDownLatch come) {

        Beat(long sent) {
            this(sent, new CountDownLatch(1));
        }

        boolean within(Duration limit) throws InterruptedException {
            return come.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
