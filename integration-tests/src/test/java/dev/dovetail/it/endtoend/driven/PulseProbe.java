package dev.dovetail.it.endtoend.driven;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/** Looks after each layout whether a view is there, laid out and alone. On JavaFX's thread only. */
final class PulseProbe implements Runnable {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Scene scene;
    private final String selector;
    private final String label;
    private int pulses;
    private int without;
    private long last;
    private long[] intervals = new long[1 << 12];

    /**
     * @param scene the window's
     * @param selector the view
     * @param label a text in it that is never empty
     */
    PulseProbe(Scene scene, String selector, String label) {
        this.scene = scene;
        this.selector = selector;
        this.label = label;
        scene.addPostLayoutPulseListener(this);
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        if (pulses == intervals.length) {
            intervals = Arrays.copyOf(intervals, 2 * intervals.length);
        }
        intervals[pulses] = last == 0 ? 0 : now - last;
        last = now;
        pulses++;
        boolean there = scene.getRoot().lookupAll(selector).size() == 1
                && scene.getRoot().lookup(label) instanceof Labeled text
                && !text.getText().isEmpty()
                && hasSize(text);
        if (!there) {
            without++;
        }
    }

    private static boolean hasSize(Node node) {
        return node.getLayoutBounds().getHeight() > 0 && node.getLayoutBounds().getWidth() > 0;
    }

    /** How many pulses there were, how many without the view, and the longest time between two, in milliseconds. */
    String end() {
        scene.removePostLayoutPulseListener(this);
        long longest = Arrays.stream(intervals).max().orElse(0);
        return pulses + " " + without + " " + Math.round(longest / NANOS_PER_MILLI);
    }
}
