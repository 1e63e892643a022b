package dev.dovetail.federation;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a request has come.
 *
 * @param phase what is being done
 * @param bundles how many bundles are there
 * @param bundlesTotal how many bundles must be fetched, 0 when none
 * @param bytes how many bytes are there
 * @param bytesTotal how many bytes must be fetched
 * @param timeLeft how long fetching will take yet, by its pace of late; empty while that can't be known
 */
public record Progress(
        Phase phase, int bundles, int bundlesTotal, long bytes, long bytesTotal, Optional<Duration> timeLeft) {

    /**
     * Nobody knows yet how long it will take.
     *
     * @param phase what is being done
     * @param bundles how many bundles are there
     * @param bundlesTotal how many bundles must be fetched, 0 when none
     * @param bytes how many bytes are there
     * @param bytesTotal how many bytes must be fetched
     */
    public Progress(Phase phase, int bundles, int bundlesTotal, long bytes, long bytesTotal) {
        this(phase, bundles, bundlesTotal, bytes, bytesTotal, Optional.empty());
    }

    /** What is being done. */
    public enum Phase {
        /** Finding out what is needed. */
        PLANNING,
        /** Downloading and verifying. */
        FETCHING,
        /** Installing, starting, handing over. */
        APPLYING
    }
}
