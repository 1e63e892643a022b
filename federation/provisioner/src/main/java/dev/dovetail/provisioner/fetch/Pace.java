package dev.dovetail.provisioner.fetch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Says how long a download will take yet, by its pace of late. Says nothing until it was watched for a while, since a
 * guess that jumps is worse than none. One thread at a time.
 */
final class Pace {

    private static final long SLICE_MILLIS = 250;
    private static final long KNOWN_AFTER_MILLIS = 1_500;
    private static final double MEMORY_MILLIS = 5_000;

    private final Clock clock;
    private final long began;
    private long sliceBegan;
    private long sliceBytes;
    private double bytesPerMilli;

    /** @param clock what time it is */
    Pace(Clock clock) {
        this.clock = clock;
        this.began = clock.millis();
        this.sliceBegan = began;
    }

    /**
     * @param done bytes that are there by now
     * @param total bytes in all
     * @return the time that the rest will take; empty while it can't be known
     */
    Optional<Duration> left(long done, long total) {
        long now = clock.millis();
        if (now - sliceBegan >= SLICE_MILLIS) {
            slice(now, done);
        }
        boolean known = now - began >= KNOWN_AFTER_MILLIS && bytesPerMilli > 0 && done < total;
        return known ? Optional.of(Duration.ofSeconds(seconds(total - done))) : Optional.empty();
    }

    /** Older paces count less the longer ago they were. */
    private void slice(long now, long done) {
        long millis = now - sliceBegan;
        double latest = Math.max(0, done - sliceBytes) / (double) millis;
        double share = now - began <= millis ? 1 : 1 - Math.exp(-millis / MEMORY_MILLIS);
        bytesPerMilli += share * (latest - bytesPerMilli);
        sliceBegan = now;
        sliceBytes = done;
    }

    private long seconds(long bytes) {
        return Math.max(1, Math.round(bytes / bytesPerMilli / 1000));
    }
}
