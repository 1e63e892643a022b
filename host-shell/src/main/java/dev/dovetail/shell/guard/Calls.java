package dev.dovetail.shell.guard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which feature's code runs on the JavaFX application thread right now. {@link #enter} and {@link #leave} are for
 * that thread alone and nest; {@link #current} is for any thread, the watchdog's above all.
 */
public final class Calls {

    // Written by one thread for each event and layout: neither a lock nor an object is needed to hand it over.
    private volatile @Nullable Attribution current;
    private long openings;

    /** @return a number that no other opening of a view has */
    public long opening() {
        return ++openings;
    }

    /**
     * A feature's code is entered.
     *
     * @param who whose code it is
     * @return what {@link #leave} is to be given, whatever comes of the call
     */
    public @Nullable Attribution enter(Attribution who) {
        Attribution before = current;
        current = who;
        return before;
    }

    /** @param before whose code goes on: what {@link #enter} answered */
    public void leave(@Nullable Attribution before) {
        current = before;
    }

    /**
     * Runs a task as a feature's code.
     *
     * @param who whose code it is
     * @param task what to run
     */
    public void run(Attribution who, Runnable task) {
        Attribution before = enter(who);
        try {
            task.run();
        } finally {
            leave(before);
        }
    }

    /** @return whose code runs now, if it is a feature's and came in by a guarded way */
    public Optional<Attribution> current() {
        return Optional.ofNullable(current);
    }
}
