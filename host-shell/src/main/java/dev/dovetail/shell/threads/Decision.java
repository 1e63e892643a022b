package dev.dovetail.shell.threads;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether something on the JavaFX application thread still counts: either the thread decides it, at its own point of no
 * return, or whoever waits for it gives it up before; never both. Any thread.
 */
public final class Decision {

    private enum State {
        OPEN,
        DECIDED,
        GIVEN_UP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /** @return whether it counts from now on, whatever comes; not when it was given up before */
    public boolean decide() {
        return state.compareAndSet(State.OPEN, State.DECIDED) || state.get() == State.DECIDED;
    }

    /** @return whether it counts no more; not when it was decided before */
    public boolean giveUp() {
        return state.compareAndSet(State.OPEN, State.GIVEN_UP) || state.get() == State.GIVEN_UP;
    }

    /** @return whether it counts, whatever comes */
    public boolean isDecided() {
        return state.get() == State.DECIDED;
    }
}
