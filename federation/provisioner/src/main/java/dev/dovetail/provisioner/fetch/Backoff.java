package dev.dovetail.provisioner.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides how long to wait before the next attempt: exponentially longer, and anywhere between nothing and that, so that
 * a thousand desks which lost one server don't come back to it all at once. Doesn't wait itself.
 */
public final class Backoff {

    private final Retries retries;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * @param retries how often and how long
     * @param random the source of jitter; used by several threads
     * @param clock what time it is
     */
    public Backoff(Retries retries, RandomGenerator random, Clock clock) {
        this.retries = retries;
        this.random = random;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * The pause before the next attempt.
     *
     * @param failures how many attempts failed in a row, at least one
     * @param since when there last was progress
     * @param asked how long the server asks to be left alone
     * @return the pause, or empty when there is to be no further attempt
     */
    Optional<Duration> pause(int failures, Instant since, Optional<Duration> asked) {
        Duration atLeast = asked.orElse(Duration.ZERO);
        boolean tooOften = failures > retries.again();
        boolean tooLong =
                atLeast.compareTo(retries.longest()) > 0 || clock.instant().isAfter(since.plus(retries.patience()));
        if (tooOften || tooLong) {
            return Optional.empty();
        }
        Duration jitter = Duration.ofMillis(random.nextLong(ceiling(failures) + 1));
        return Optional.of(jitter.compareTo(atLeast) < 0 ? atLeast : jitter);
    }

    private long ceiling(int failures) {
        long doubled = retries.first().toMillis() << Math.min(failures - 1, 20);
        return Math.min(doubled, retries.longest().toMillis());
    }
}
