package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.UnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has something done once more when the network kept it from being done, after a pause, as often as the {@link Backoff} has
 * it. Whatever else fails is final. May be used by several threads, each of which it blocks.
 */
public final class Retry {

    /** Never once more. */
    public static final Retry NEVER = new Retry(Optional.empty(), Rest.REAL);

    private final Optional<Backoff> backoff;
    private final Rest rest;

    /**
     * @param backoff how often the network is given another chance
     * @param rest waits in between
     */
    public Retry(Backoff backoff, Rest rest) {
        this(Optional.of(backoff), rest);
    }

    private Retry(Optional<Backoff> backoff, Rest rest) {
        this.backoff = backoff;
        this.rest = rest;
    }

    /** What is done over the network. */
    @FunctionalInterface
    public interface Attempt {
        /**
         * @throws UnreachableException when the network kept it from being done
         * @throws ProvisioningException when it can't be done anyhow
         */
        void make() throws ProvisioningException;
    }

    /**
     * Does it, until it is done or there is no use in going on.
     *
     * @param attempt what to do
     * @param wish ends it, also in a pause
     * @param onFailure told before each pause
     * @throws ProvisioningException how the last attempt failed; when the wish ended it amidst, how the one before did: that
     *     it was ended says nothing about why
     */
    public void run(Attempt attempt, Cancellation wish, Runnable onFailure) throws ProvisioningException {
        Instant began = backoff.map(Backoff::now).orElse(Instant.EPOCH);
        Optional<UnreachableException> before = Optional.empty();
        boolean done = false;
        for (int failures = 1; !done; failures++) {
            try {
                attempt.make();
                done = true;
            } catch (UnreachableException e) {
                int sofar = failures;
                Optional<Duration> pause = backoff.flatMap(rule -> rule.pause(sofar, began, e.wanted()));
                if (wish.isCancelled() || pause.isEmpty() || !isWorthIt(pause.get(), wish, onFailure, e)) {
                    throw wish.isCancelled() ? before.orElse(e) : e;
                }
                before = Optional.of(e);
            }
        }
    }

    private boolean isWorthIt(Duration pause, Cancellation wish, Runnable onFailure, UnreachableException e) {
        onFailure.run();
        System.getLogger(Retry.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "To be tried again in " + pause.toMillis() + " ms (" + e.code() + ": " + e.getMessage() + ")");
        try {
            rest.take(pause, wish);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !wish.isCancelled();
    }
}
