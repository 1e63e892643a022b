package dev.dovetail.publisher.repository;

import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long each signature is believed. What changes often and is signed by a key at hand lives shortly.
 *
 * @param root who may sign what
 * @param targets which team may publish which names
 * @param team what a team offers
 * @param snapshot which files belong together
 * @param timestamp that nothing newer is held back
 */
public record Lifetimes(Duration root, Duration targets, Duration team, Duration snapshot, Duration timestamp) {

    /** A year, half a year, a quarter, two weeks, one week. */
    public static final Lifetimes STANDARD = new Lifetimes(
            Duration.ofDays(365), Duration.ofDays(180), Duration.ofDays(90), Duration.ofDays(14), Duration.ofDays(7));

    Duration of(String role) {
        return switch (role) {
            case Root.TYPE -> root;
            case Targets.TYPE -> targets;
            case Snapshot.TYPE -> snapshot;
            case Timestamp.TYPE -> timestamp;
            default -> team;
        };
    }

    Instant end(String role, Instant now) {
        return now.plus(of(role)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a signature that ends then should be renewed by its holder soon. */
    boolean endsSoon(String role, Instant end, Instant now) {
        return Duration.between(now, end).compareTo(of(role).dividedBy(6)) < 0;
    }
}
