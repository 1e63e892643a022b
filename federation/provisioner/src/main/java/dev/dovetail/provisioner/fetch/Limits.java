package dev.dovetail.provisioner.fetch;

import java.time.Duration;

/**
 * How long and how much a repository may take.
 *
 * @param answer how long until the answer's first byte
 * @param stall how long no byte may arrive
 * @param minimumRate how many bytes a second a download must reach on average, beyond {@code answer} and {@code stall}
 * @param indexBytes how large an index may be, as sent and unpacked
 */
public record Limits(Duration answer, Duration stall, long minimumRate, int indexBytes) {

    /** What suits a slow line and a large repository. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), 8 * 1024, 64 * 1024 * 1024);

    /**
     * The time by which so much of a download must have arrived.
     *
     * @param bytes how much
     * @return the limit
     */
    Duration total(long bytes) {
        return answer.plus(stall).plusMillis(bytes * 1000 / minimumRate);
    }
}
