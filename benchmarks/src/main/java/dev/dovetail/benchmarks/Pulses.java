package dev.dovetail.benchmarks;

import javafx.animation.AnimationTimer;

/** Keeps JavaFX pulsing, as an animation would, and notes the longest time between two pulses: what a person sees stutter. */
final class Pulses {

    private static final double NANOS_PER_MILLI = 1e6;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            // Not the time it is given, which is that at which the pulse was due.
            pulsed(System.nanoTime());
        }
    };

    private long last;
    private long longest;

    private Pulses() {}

    /** They run until the program ends. */
    static Pulses running() throws InterruptedException {
        Pulses pulses = new Pulses();
        return Fx.call(() -> {
            pulses.timer.start();
            return pulses;
        });
    }

    private void pulsed(long now) {
        longest = last == 0 ? 0 : Math.max(longest, now - last);
        last = now;
    }

    /** The time before counts no more. */
    void forget() throws InterruptedException {
        Fx.call(() -> longest = 0);
    }

    double longestMillis() throws InterruptedException {
        return Fx.call(() -> longest) / NANOS_PER_MILLI;
    }
}
