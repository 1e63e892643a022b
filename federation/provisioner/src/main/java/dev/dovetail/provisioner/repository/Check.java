package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.Served;
import dev.dovetail.trust.TrustedSet;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Verifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks for something new, with the time that is remembered. A time is only remembered once nothing was expired at it, so
 * a clock that is far ahead leaves no trace.
 */
final class Check {

    private final MetadataSource source;
    private final MetadataDirectory directory;
    private final Clock clock;
    private final Verifier verifier;

    Check(MetadataSource source, MetadataDirectory directory, Clock clock, Verifier verifier) {
        this.source = source;
        this.directory = directory;
        this.clock = clock;
        this.verifier = verifier;
    }

    Outcome run() throws RepositoryException, HomeException, TrustException {
        try {
            return look();
        } catch (RepositoryException e) {
            Optional<VerifiedRepository> kept = kept();
            if (kept.isEmpty()) {
                throw e;
            }
            return new Outcome.Offline(kept.get(), kept.get().verifiedAt(), e);
        }
    }

    private Outcome look() throws RepositoryException, HomeException, TrustException {
        Instant clocked = clock.instant();
        Instant now = directory.verifiedAt().filter(clocked::isBefore).orElse(clocked);
        Optional<TrustedSet> kept = Kept.complete(directory, now, verifier);
        Served served = source.timestamp(kept.isPresent() ? directory.tag() : Optional.empty());
        if (kept.isPresent() && served == Served.Nothing.UNCHANGED) {
            directory.keepVerifiedAt(now);
            return new Outcome.Unchanged(verified(kept.get(), now, clocked));
        }
        Served.File timestamp = (Served.File) served;
        TrustedSet fresh = refreshed(now, timestamp.bytes());
        directory.keepVerifiedAt(now);
        directory.keepTag(timestamp.tag());
        VerifiedRepository repository = verified(fresh, now, clocked);
        return kept.filter(before -> isSame(before, fresh)).isPresent()
                ? new Outcome.Unchanged(repository)
                : new Outcome.Refreshed(repository);
    }

    private TrustedSet refreshed(Instant now, byte[] timestamp)
            throws RepositoryException, HomeException, TrustException {
        Refresh refresh = Refresh.from(source, directory, now, verifier)
                .roots()
                .timestamp(timestamp)
                .snapshot();
        return refresh.targets(refresh.set().topLevel()).set();
    }

    private static boolean isSame(TrustedSet before, TrustedSet after) {
        return before.root().equals(after.root()) && before.timestamp().equals(after.timestamp());
    }

    private static VerifiedRepository verified(TrustedSet set, Instant now, Instant clocked) {
        return new VerifiedRepository(set, now, Duration.between(clocked, now), true);
    }

    /** Expiry is none of its business: judged by a time before all others, nothing is expired. */
    Optional<VerifiedRepository> kept() throws HomeException, TrustException {
        Instant verified = directory.verifiedAt().orElse(Instant.EPOCH);
        return Kept.complete(directory, Instant.MIN, verifier)
                .map(set -> new VerifiedRepository(set, verified, Duration.ZERO, false));
    }
}
