package dev.dovetail.publisher.check;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a check found.
 *
 * @param url where the repository is
 * @param fingerprint of its first root
 * @param name what it calls itself
 * @param bundles how many bundles it offers
 * @param bytes how many bytes these are
 * @param validUntil the earliest time at which something in it expires
 * @param problems what a client would refuse, a sentence each; none where all is well
 */
public record CheckReport(
        URI url, String fingerprint, String name, int bundles, long bytes, Instant validUntil, List<String> problems) {

    /** Copies the list. */
    public CheckReport {
        problems = List.copyOf(problems);
    }
}
