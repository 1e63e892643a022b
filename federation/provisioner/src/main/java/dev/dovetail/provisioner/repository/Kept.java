package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.trust.Delegation;
import dev.dovetail.trust.TrustedSet;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Timestamp;
import dev.dovetail.trust.metadata.Verifier;
import java.time.Instant;
import java.util.Optional;

/** Takes into a trusted set what was kept on disk. What is not good any more is as if it were not there. */
final class Kept {

    private Kept() {}

    static byte[] root(MetadataDirectory directory) throws HomeException {
        return directory
                .file(Root.TYPE)
                .orElseThrow(() -> new HomeException(
                        "DT-HOME-022",
                        "Expected a trusted root.json, found none in " + directory,
                        "Add the repository again, with its fingerprint."));
    }

    static TrustedSet timestamp(MetadataDirectory directory, TrustedSet set) throws HomeException {
        return taken(set, directory.file(Timestamp.TYPE), set::withKeptTimestamp)
                .orElse(set);
    }

    static TrustedSet snapshot(MetadataDirectory directory, TrustedSet set) throws HomeException {
        return taken(set, directory.file(Snapshot.TYPE), set::withKeptSnapshot).orElse(set);
    }

    static Optional<TrustedSet> targets(MetadataDirectory directory, TrustedSet set, Delegation delegation)
            throws HomeException {
        return taken(set, directory.file(delegation.role()), bytes -> set.withTargets(delegation, bytes));
    }

    /** All four top-level files, if they are there, belong together, and are not expired at that time. */
    static Optional<TrustedSet> complete(MetadataDirectory directory, Instant now, Verifier verifier)
            throws HomeException, TrustException {
        TrustedSet set = TrustedSet.from(root(directory), now, verifier);
        set = snapshot(directory, timestamp(directory, set));
        if (!set.hasCurrentSnapshot()) {
            return Optional.empty();
        }
        return targets(directory, set, set.topLevel())
                .filter(whole -> whole.validUntil().isAfter(now));
    }

    private static Optional<TrustedSet> taken(TrustedSet set, Optional<byte[]> file, Taking taking) {
        try {
            return file.isPresent() ? Optional.of(taking.take(file.get())) : Optional.empty();
        } catch (TrustException e) {
            System.getLogger(Kept.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            "Kept metadata are of no more use after root version "
                                    + set.root().version(),
                            e);
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Taking {
        TrustedSet take(byte[] file) throws TrustException;
    }
}
