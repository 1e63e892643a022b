package dev.dovetail.provisioner.fetch;

import java.time.Duration;

/**
 * How long and how much a repository may take.
 *
 * @param answer how long until the answer's first byte
 * @param stall how long no byte may arrive
 * @param minimumRate how many bytes a second a download must reach on average, beyond the first {@code answer}
 * @param indexBytes how large an index may be, as sent and unpacked
 */
public record Limits(Duration answer, Duration stall, long minimumRate, int indexBytes) {

    /** What suits a slow line and a large repository. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), 8 * 1024, 64 * 1024 * 1024);

    /**
     * The time a download may take in all.
     *
     * @param bytes its size
     * @return the limit
     */
    Duration total(long bytes) {
        return answer.plus(stall).plusSeconds(bytes / minimumRate);
    }
}
