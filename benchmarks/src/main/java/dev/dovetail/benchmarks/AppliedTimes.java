package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.apply.Applier;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the provisioner logs of its steps: up to the hand-over, at whose end the new view is laid out. */
final class AppliedTimes extends Handler {

    private static final Pattern STEP = Pattern.compile("(Install|Resolve|Start|HandOver)\\b[^,]* ([0-9.]+) ms");

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    // Kept here, because loggers that nobody holds are collected with their handlers.
    private final Logger applier = Logger.getLogger(Applier.class.getName());

    static AppliedTimes listening() {
        AppliedTimes times = new AppliedTimes();
        times.applier.addHandler(times);
        return times;
    }

    /** The time from the stored bytes to the view in place, of the next change that is applied. */
    double next() throws InterruptedException {
        String line = lines.poll(30, TimeUnit.SECONDS);
        if (line == null) {
            throw new IllegalStateException("Expected the provisioner to log the times of its steps");
        }
        double millis = 0;
        Matcher step = STEP.matcher(line);
        while (step.find()) {
            millis += Double.parseDouble(step.group(2));
        }
        return millis;
    }

    void forget() {
        lines.clear();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getMessage().startsWith("Applied in ")) {
            lines.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        applier.removeHandler(this);
    }
}
