package dev.dovetail.provisioner.fetch;

import java.time.Duration;

/**
 * How often, and for how long, something that the network kept from succeeding is tried again.
 *
 * @param again how many times after the first
 * @param first the longest pause before the first of them; each further one may be twice as long
 * @param longest the longest pause at all, whatever a server asks for
 * @param patience how long after the last progress a new attempt may still begin
 */
public record Retries(int again, Duration first, Duration longest, Duration patience) {

    /** What outlives a server that restarts, but not a coffee. */
    public static final Retries USUAL =
            new Retries(3, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(15));

    /** Checks the number. */
    public Retries {
        if (again < 0) {
            throw new IllegalArgumentException("Expected a number of 0 or more, found: " + again);
        }
    }
}
