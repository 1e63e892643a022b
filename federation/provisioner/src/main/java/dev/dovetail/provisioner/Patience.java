package dev.dovetail.provisioner;

import java.time.Duration;

/**
 * How long repositories are waited for.
 *
 * @param deadline how long one may take in all, whatever it does meanwhile
 * @param grace how long whoever can go on by what was last known waits for one when the others have answered
 */
public record Patience(Duration deadline, Duration grace) {

    /** What suits a slow line. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));
}
