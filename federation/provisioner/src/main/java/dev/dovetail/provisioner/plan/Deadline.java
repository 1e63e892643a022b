package dev.dovetail.provisioner.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to give up. */
final class Deadline {

    private final Clock clock;
    private final Instant end;

    Deadline(Clock clock, Duration limit) {
        this.clock = clock;
        this.end = clock.instant().plus(limit);
    }

    boolean passed() {
        return clock.instant().isAfter(end);
    }
}
