package dev.dovetail.provisioner.repository;

import dev.dovetail.trust.TrustedSet;
import dev.dovetail.trust.metadata.Targets;
import java.time.Duration;
import java.time.Instant;

/**
 * What is believed of a repository: a complete, consistent set of its metadata.
 *
 * @param trusted the metadata
 * @param verifiedAt when they were last found to be the current ones
 * @param clockBehind how far the machine's clock is behind a time that it already had; zero when it is not
 * @param current whether they were found current now; if not they may be expired, and nothing new may be installed by them
 */
public record VerifiedRepository(TrustedSet trusted, Instant verifiedAt, Duration clockBehind, boolean current) {

    /** @return the top-level targets: the teams, and what the repository says of itself */
    public Targets targets() {
        return trusted.targets().orElseThrow(() -> new IllegalStateException("Expected top-level targets"));
    }

    /** @return the earliest time at which something in it expires */
    public Instant validUntil() {
        return trusted.validUntil();
    }

    VerifiedRepository with(TrustedSet more) {
        return new VerifiedRepository(more, verifiedAt, clockBehind, current);
    }
}
