package dev.dovetail.shell.view;

import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the window and one opening of a view: says whose code runs while it runs, and takes what it throws. Until
 * the view is open, the first fault is kept and ends the opening; later ones are reported. JavaFX application thread only.
 */
final class Guard {

    /** A call into the feature. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object, X extends Exception> {
        T get() throws X;
    }

    private final Attribution who;
    private final Surroundings surroundings;
    private final Calls calls;
    private Optional<Throwable> first = Optional.empty();
    private boolean open;

    Guard(Attribution who, Surroundings surroundings) {
        this.who = who;
        this.surroundings = surroundings;
        this.calls = surroundings.calls();
    }

    Attribution who() {
        return who;
    }

    @Nullable
    Attribution enter() {
        return calls.enter(who);
    }

    void leave(@Nullable Attribution before) {
        calls.leave(before);
    }

    /** Runs the feature's code; what it throws is the caller's to deal with. */
    <T extends @Nullable Object, X extends Exception> T call(Call<T, X> call) throws X {
        Attribution before = calls.enter(who);
        try {
            return call.get();
        } finally {
            calls.leave(before);
        }
    }

    /** Runs the feature's code, and answers with something else when it throws. */
    <T extends @Nullable Object> T call(Kind kind, Call<T, ?> call, T otherwise) {
        Attribution before = calls.enter(who);
        try {
            return call.get();
        } catch (Throwable fault) {
            failed(kind, fault);
            return otherwise;
        } finally {
            calls.leave(before);
        }
    }

    void failed(Kind kind, Throwable fault) {
        if (open) {
            surroundings.report(who, kind, fault);
        } else if (first.isEmpty()) {
            first = Optional.of(fault);
        }
    }

    /**
     * The view is in the window, styled and laid out: what it throws from now on happens to an open view.
     *
     * @throws ViewFault when it threw on its way there
     */
    void opened() throws ViewFault {
        open = true;
        if (first.isPresent()) {
            throw new ViewFault(who.viewId(), first.get());
        }
    }
}
