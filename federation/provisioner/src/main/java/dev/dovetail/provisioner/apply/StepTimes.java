package dev.dovetail.provisioner.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the steps of one change took, for the log: an update that people felt is explained by it afterwards. */
final class StepTimes {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long begin = System.nanoTime();
    private final List<String> steps = new ArrayList<>();
    private long last = begin;

    void done(String step) {
        long now = System.nanoTime();
        steps.add(step + " " + millis(now - last));
        last = now;
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
    }

    @Override
    public String toString() {
        return "Applied in " + millis(last - begin) + ": " + String.join(", ", steps);
    }
}
