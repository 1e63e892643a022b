package dev.dovetail.provisioner.health;

import java.time.Instant;

/**
 * A feature's version that failed on this machine and is not offered again.
 *
 * @param feature the feature's id
 * @param version the version
 * @param bundle the digest of its feature bundle
 * @param reason what it did, in a sentence
 * @param at when
 */
public record FailedVersion(String feature, String version, String bundle, String reason, Instant at) {}
