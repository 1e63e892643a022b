package dev.dovetail.provisioner.faulty;

import java.io.IOException;
import java.io.Serial;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Cuts the power at the n-th operation: it happens by half, nothing after it happens at all. In one process with the test
 * this is an {@link Error}, again at every later operation, since a process that is gone tidies nothing up.
 */
public final class PowerCut implements Faults {

    /** What is left of the process unwinds with this. */
    public static final class Cut extends Error {

        @Serial
        private static final long serialVersionUID = 1L;

        Cut(String operation) {
            super("The power was cut at: " + operation, null, false, false);
        }
    }

    private final AtomicInteger count = new AtomicInteger();
    private final int last;
    private final IntConsumer onCut;

    public PowerCut(int last) {
        this(last, count -> {});
    }

    public PowerCut(int last, IntConsumer onCut) {
        this.last = last;
        this.onCut = onCut;
    }

    /** How many operations there were. */
    public int count() {
        return count.get();
    }

    @Override
    public boolean before(String operation) throws IOException {
        int now = count.incrementAndGet();
        if (now > last) {
            throw new Cut(operation);
        }
        return now < last;
    }

    @Override
    public void after(String operation) {
        onCut.accept(count.get());
        throw new Cut(operation);
    }
}
