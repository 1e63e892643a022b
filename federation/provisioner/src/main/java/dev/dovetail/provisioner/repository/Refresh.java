package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.trust.Delegation;
import dev.dovetail.trust.TrustedSet;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Timestamp;
import dev.dovetail.trust.metadata.Verifier;
import java.time.Instant;
import java.util.Optional;

/**
 * The client's workflow (specification, section 5), one file after the other. Each is kept as soon as it is accepted, so
 * that what is refused, or a process that ends, leaves what was accepted before it. For one refresh.
 */
final class Refresh {

    private final MetadataSource source;
    private final MetadataDirectory directory;
    private TrustedSet set;

    private Refresh(MetadataSource source, MetadataDirectory directory, TrustedSet set) {
        this.source = source;
        this.directory = directory;
        this.set = set;
    }

    static Refresh from(MetadataSource source, MetadataDirectory directory, Instant now, Verifier verifier)
            throws HomeException, TrustException {
        return new Refresh(source, directory, TrustedSet.from(Kept.root(directory), now, verifier));
    }

    static Refresh on(MetadataSource source, MetadataDirectory directory, TrustedSet set) {
        return new Refresh(source, directory, set);
    }

    TrustedSet set() {
        return set;
    }

    /** Before a root that takes keys back is kept, what they signed is forgotten: afterwards nobody would know any more. */
    Refresh roots() throws RepositoryException, HomeException, TrustException {
        for (int i = 0; i < TrustedSet.MOST_ROOTS; i++) {
            Optional<byte[]> next = source.root(set.root().version() + 1);
            if (next.isEmpty()) {
                set = set.withLastRoot();
                return this;
            }
            set = set.withRoot(next.get());
            if (set.isStartingAfresh()) {
                directory.keepTag(Optional.empty());
                directory.forget(Timestamp.TYPE);
                directory.forget(Snapshot.TYPE);
            }
            directory.keep(Root.TYPE, next.get());
        }
        throw new TrustException(
                Reason.TOO_MANY_ROOTS,
                "Expected at most " + TrustedSet.MOST_ROOTS + " new roots, found more after version "
                        + set.root().version());
    }

    Refresh timestamp(byte[] served) throws HomeException, TrustException {
        set = Kept.timestamp(directory, set);
        TrustedSet next = set.withTimestamp(served);
        if (!next.equals(set)) {
            directory.keep(Timestamp.TYPE, served);
        }
        set = next;
        return this;
    }

    Refresh snapshot() throws RepositoryException, HomeException, TrustException {
        set = Kept.snapshot(directory, set);
        if (!set.hasCurrentSnapshot()) {
            MetaFile described = set.timestamp().orElseThrow().snapshot();
            byte[] served = source.snapshot(set.root(), described);
            set = set.withSnapshot(served);
            directory.keep(Snapshot.TYPE, served);
        }
        return this;
    }

    Refresh targets(Delegation delegation) throws RepositoryException, HomeException, TrustException {
        Optional<TrustedSet> kept = Kept.targets(directory, set, delegation);
        if (kept.isPresent()) {
            set = kept.get();
            return this;
        }
        byte[] served = source.targets(set.root(), delegation.role(), set.described(delegation.role()));
        set = set.withTargets(delegation, served);
        directory.keep(delegation.role(), served);
        return this;
    }

    /** Without the network: what was not kept can't be had. */
    Refresh keptTargets(Delegation delegation) throws RepositoryException, HomeException {
        Optional<TrustedSet> kept = Kept.targets(directory, set, delegation);
        if (kept.isEmpty()) {
            throw new RepositoryException(
                    "DT-FETCH-016",
                    "Expected the metadata of " + delegation.role()
                            + " to have been kept, found none that are good, of " + source,
                    "Try again when the repository can be reached.");
        }
        set = kept.get();
        return this;
    }
}
