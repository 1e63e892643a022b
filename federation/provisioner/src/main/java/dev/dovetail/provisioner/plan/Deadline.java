package dev.dovetail.provisioner.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** When to give up: when time is up, or as soon as somebody says so. */
final class Deadline {

    private final Clock clock;
    private final Duration limit;
    private final Instant end;
    private final BooleanSupplier cancelled;

    Deadline(Clock clock, Duration limit, BooleanSupplier cancelled) {
        this.clock = clock;
        this.limit = limit;
        this.end = clock.instant().plus(limit);
        this.cancelled = cancelled;
    }

    boolean passed() {
        return cancelled.getAsBoolean() || clock.instant().isAfter(end);
    }

    /** Why there is no answer. */
    Refusal refusal(String featureId) {
        return cancelled.getAsBoolean()
                ? new Refusal.Cancelled(featureId)
                : new Refusal.TooComplex(featureId, "no answer after " + limit.toSeconds() + " seconds");
    }
}
