package dev.dovetail.trust;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Kind;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import dev.dovetail.trust.metadata.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a repository at one time: a root, and what it vouches for so far. Each file that is added is
 * verified against those before it, in the order of the specification (version 1.0, section 5): roots, timestamp,
 * snapshot, targets. What is refused changes nothing.
 *
 * <p>Immutable. Expiry is judged by the one time that the set was made with. Doesn't read or write: whoever does keeps
 * the bytes of what was accepted, and offers what it kept from last time with the {@code withKept} methods before what it
 * was served now; only so is something older noticed.
 */
public final class TrustedSet {

    /** How many roots may follow on one another in one go. */
    public static final int MOST_ROOTS = 256;

    private final Verifier verifier;
    private final Instant now;
    private final Root root;
    private final boolean startingAfresh;
    private final @Nullable Timestamp timestamp;
    private final @Nullable Snapshot snapshot;
    private final Map<Delegation, Targets> targets;

    private TrustedSet(
            Verifier verifier,
            Instant now,
            Root root,
            boolean startingAfresh,
            @Nullable Timestamp timestamp,
            @Nullable Snapshot snapshot,
            Map<Delegation, Targets> targets) {
        this.verifier = verifier;
        this.now = now;
        this.root = root;
        this.startingAfresh = startingAfresh;
        this.timestamp = timestamp;
        this.snapshot = snapshot;
        this.targets = targets;
    }

    /**
     * Begins with a root that is trusted from elsewhere: pinned, or accepted earlier. It may be expired: a later one may
     * not.
     *
     * @param root the file
     * @param now the time that expiry is judged by
     * @return a set of that root alone
     * @throws TrustException when it is no root, or not even signed by itself
     */
    public static TrustedSet from(byte[] root, Instant now) throws TrustException {
        return from(root, now, Verifier.anew());
    }

    /**
     * The same, where somebody else says which signatures are good.
     *
     * @param root the file
     * @param now the time that expiry is judged by
     * @param verifier says so, of all files of this set and of those made of it
     * @return a set of that root alone
     * @throws TrustException when it is no root, or not even signed by itself
     */
    public static TrustedSet from(byte[] root, Instant now, Verifier verifier) throws TrustException {
        Signed<Root> file = Signed.read(Kind.ROOT, "root.json", root);
        Verification.signed(file, Root.TYPE, file.content(), verifier);
        return new TrustedSet(verifier, now, file.content(), false, null, null, Map.of());
    }

    /**
     * Goes on to the next root. When a key that could sign timestamps or snapshots is taken back by it, both are
     * forgotten: whoever had stolen it may have signed versions so high that no honest one would ever follow.
     *
     * @param file the next root
     * @return a set with it
     * @throws TrustException when it isn't the next version, or not signed by enough of the last one's keys and its own
     */
    public TrustedSet withRoot(byte[] file) throws TrustException {
        long expected = root.version() + 1;
        Signed<Root> next = Signed.read(Kind.ROOT, expected + ".root.json", file);
        Verification.signed(next, Root.TYPE, root, verifier);
        Verification.signed(next, Root.TYPE, next.content(), verifier);
        if (next.content().version() != expected) {
            throw new TrustException(
                    next.content().version() < expected ? Reason.ROLLED_BACK : Reason.MIXED,
                    "Expected root version " + expected + ", found "
                            + next.content().version());
        }
        boolean rotated = Rotation.takesBack(root, next.content());
        return new TrustedSet(
                verifier,
                now,
                next.content(),
                startingAfresh || rotated,
                rotated ? null : timestamp,
                rotated ? null : snapshot,
                Map.of());
    }

    /**
     * Ends the walk along the roots.
     *
     * @return this set
     * @throws TrustException when the last root is expired
     */
    public TrustedSet withLastRoot() throws TrustException {
        Verification.unexpired(root, Root.TYPE, now);
        return this;
    }

    /**
     * Takes the timestamp that was kept from last time, expired or not, to compare the next one with.
     *
     * @param file the kept file
     * @return a set with it
     * @throws TrustException when it is malformed, or not signed by enough of the root's keys; then do without it
     */
    public TrustedSet withKeptTimestamp(byte[] file) throws TrustException {
        Signed<Timestamp> kept = Signed.read(Kind.TIMESTAMP, "the kept timestamp.json", file);
        Verification.signed(kept, Timestamp.TYPE, root, verifier);
        return new TrustedSet(verifier, now, root, startingAfresh, kept.content(), snapshot, targets);
    }

    /**
     * Takes a timestamp that was served now.
     *
     * @param file the file
     * @return a set with it; this set, if it is the same version that was kept: then the kept one stays, whatever the new
     *     one says
     * @throws TrustException when it is malformed, not signed, expired, or older than the kept one, it or its snapshot
     */
    public TrustedSet withTimestamp(byte[] file) throws TrustException {
        withLastRoot();
        Signed<Timestamp> signed = Signed.read(Kind.TIMESTAMP, "timestamp.json", file);
        Verification.signed(signed, Timestamp.TYPE, root, verifier);
        Timestamp fresh = signed.content();
        if (timestamp != null) {
            Verification.notOlder(Timestamp.TYPE, timestamp.version(), fresh.version());
            if (fresh.version() == timestamp.version()) {
                Verification.unexpired(timestamp, Timestamp.TYPE, now);
                return this;
            }
            Verification.notOlder(
                    Snapshot.TYPE,
                    timestamp.snapshot().version(),
                    fresh.snapshot().version());
        }
        Verification.unexpired(fresh, Timestamp.TYPE, now);
        return new TrustedSet(verifier, now, root, startingAfresh, fresh, snapshot, targets);
    }

    /**
     * Takes the snapshot that was kept from last time, expired or not. It is either the current one still, see
     * {@link #hasCurrentSnapshot}, or what the next one is compared with.
     *
     * @param file the kept file
     * @return a set with it
     * @throws TrustException when it is malformed, or not signed by enough of the root's keys; then do without it
     */
    public TrustedSet withKeptSnapshot(byte[] file) throws TrustException {
        Signed<Snapshot> kept = Signed.read(Kind.SNAPSHOT, "the kept snapshot.json", file);
        Verification.signed(kept, Snapshot.TYPE, root, verifier);
        return new TrustedSet(verifier, now, root, startingAfresh, timestamp, kept.content(), targets);
    }

    /** @return whether there is a snapshot, the one that the timestamp speaks of, and not expired */
    public boolean hasCurrentSnapshot() {
        return timestamp != null
                && snapshot != null
                && snapshot.version() == timestamp.snapshot().version()
                && snapshot.expires().isAfter(now);
    }

    /**
     * Takes a snapshot that was served now.
     *
     * @param file the file
     * @return a set with it
     * @throws TrustException when it is malformed, not signed, expired, not the one that the timestamp speaks of, or when
     *     something in it is older than in the kept one, or missing
     */
    public TrustedSet withSnapshot(byte[] file) throws TrustException {
        Timestamp current = present(timestamp, "timestamp");
        Verification.unexpired(current, Timestamp.TYPE, now);
        Verification.described(current.snapshot(), Snapshot.TYPE, file);
        Signed<Snapshot> signed = Signed.read(Kind.SNAPSHOT, "snapshot.json", file);
        Verification.signed(signed, Snapshot.TYPE, root, verifier);
        Snapshot fresh = signed.content();
        Verification.sameVersion(Snapshot.TYPE, current.snapshot(), fresh);
        if (snapshot != null) {
            Verification.notOlder(snapshot, fresh);
        }
        Verification.unexpired(fresh, Snapshot.TYPE, now);
        return new TrustedSet(verifier, now, root, startingAfresh, timestamp, fresh, targets);
    }

    /** @return who signs the top-level targets */
    public Delegation topLevel() {
        return Delegation.ofTopLevel(root);
    }

    /**
     * @param role a targets role
     * @return what the snapshot says of its file
     * @throws TrustException when it says nothing
     */
    public MetaFile described(String role) throws TrustException {
        if (!hasCurrentSnapshot()) {
            throw new IllegalStateException("Expected a current snapshot first");
        }
        Optional<MetaFile> file = present(snapshot, "snapshot").of(role);
        if (file.isEmpty()) {
            throw new TrustException(
                    Reason.MIXED, "Expected " + Verification.quoted(role) + " in the snapshot, found nothing of it");
        }
        return file.get();
    }

    /**
     * Takes targets metadata, kept or served now.
     *
     * @param delegation as whose: {@link #topLevel()}, or what a search wants
     * @param file the file
     * @return a set with them
     * @throws TrustException when they are malformed, not signed by enough of the delegation's keys, expired, or not those
     *     that the snapshot speaks of
     */
    public TrustedSet withTargets(Delegation delegation, byte[] file) throws TrustException {
        String role = delegation.role();
        MetaFile described = described(role);
        Verification.described(described, role, file);
        Signed<Targets> signed = Signed.read(Kind.TARGETS, Verification.quoted(role) + ".json", file);
        Verification.signed(signed, role, delegation.signers(), delegation.keys(), verifier);
        Verification.sameVersion(role, described, signed.content());
        Verification.unexpired(signed.content(), role, now);
        Map<Delegation, Targets> all = new HashMap<>(targets);
        all.put(delegation, signed.content());
        return new TrustedSet(verifier, now, root, startingAfresh, timestamp, snapshot, Map.copyOf(all));
    }

    /**
     * Looks for the description of a file, as far as the metadata reach that were taken so far.
     *
     * @param targetPath the file's target path
     * @return the description, or whose metadata to take next, or that there is none
     */
    public Search search(String targetPath) {
        return new DelegationSearch(targets, targetPath).from(root);
    }

    /** @return whether a root took back keys, so that what was kept of timestamp and snapshot is to be forgotten */
    public boolean isStartingAfresh() {
        return startingAfresh;
    }

    /** @return the root */
    public Root root() {
        return root;
    }

    /** @return the timestamp, if one was taken */
    public Optional<Timestamp> timestamp() {
        return Optional.ofNullable(timestamp);
    }

    /** @return the snapshot, if one was taken */
    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    /** @return the top-level targets, if they were taken */
    public Optional<Targets> targets() {
        return Optional.ofNullable(targets.get(topLevel()));
    }

    /** @return the time that expiry is judged by */
    public Instant now() {
        return now;
    }

    /** @return the earliest time at which something in this set expires */
    public Instant validUntil() {
        Instant earliest = root.expires();
        for (Metadata metadata : all()) {
            earliest = metadata.expires().isBefore(earliest) ? metadata.expires() : earliest;
        }
        return earliest;
    }

    private List<Metadata> all() {
        List<Metadata> all = new ArrayList<>(targets.values());
        timestamp().ifPresent(all::add);
        snapshot().ifPresent(all::add);
        return all;
    }

    private static <T> T present(@Nullable T metadata, String name) {
        if (metadata == null) {
            throw new IllegalStateException("Expected a " + name + " first");
        }
        return metadata;
    }
}
