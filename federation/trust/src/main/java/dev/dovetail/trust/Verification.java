package dev.dovetail.trust;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Verifier;
import java.time.Instant;
import java.util.Map;

/** The single checks, each of which refuses with its reason or does nothing. */
final class Verification {

    private static final int LONGEST_NAME = 60;

    private Verification() {}

    static void signed(Signed<?> file, String role, Root root, Verifier verifier) throws TrustException {
        signed(file, role, root.role(role), root.keys(), verifier);
    }

    static void signed(Signed<?> file, String role, Role signers, Map<String, Key> keys, Verifier verifier)
            throws TrustException {
        int good = file.signers(signers, keys, verifier);
        if (good < signers.threshold()) {
            throw new TrustException(
                    Reason.BELOW_THRESHOLD,
                    "Expected good signatures of " + signers.threshold() + " keys of " + quoted(role) + ", found "
                            + good + " in version " + file.content().version());
        }
    }

    static void unexpired(Metadata metadata, String role, Instant now) throws TrustException {
        if (!metadata.expires().isAfter(now)) {
            throw new TrustException(
                    Reason.EXPIRED,
                    "Expected " + quoted(role) + " metadata that are not expired, found version " + metadata.version()
                            + ", expired since " + metadata.expires());
        }
    }

    static void notOlder(String role, long known, long found) throws TrustException {
        if (found < known) {
            throw new TrustException(
                    Reason.ROLLED_BACK,
                    "Expected " + quoted(role) + " version " + known + " or later, found " + found
                            + ", older than what was seen before");
        }
    }

    /** What was once in a snapshot may never leave it: a client would not notice that the role is held back. */
    static void notOlder(Snapshot known, Snapshot found) throws TrustException {
        for (Map.Entry<String, MetaFile> file : known.meta().entrySet()) {
            MetaFile now = found.meta().get(file.getKey());
            if (now == null) {
                throw new TrustException(
                        Reason.ROLLED_BACK,
                        "Expected " + quoted(file.getKey()) + " in the snapshot as before, found nothing of it");
            }
            notOlder(file.getKey(), file.getValue().version(), now.version());
        }
    }

    static void sameVersion(String role, MetaFile described, Metadata found) throws TrustException {
        if (described.version() != found.version()) {
            throw new TrustException(
                    Reason.MIXED,
                    "Expected " + quoted(role) + " version " + described.version() + ", found " + found.version());
        }
    }

    static void described(MetaFile described, String role, byte[] file) throws TrustException {
        if (described.length().isPresent() && described.length().getAsLong() != file.length) {
            throw new TrustException(
                    Reason.MIXED,
                    "Expected " + described.length().getAsLong() + " bytes of " + quoted(role) + " metadata, found "
                            + file.length);
        }
        if (!described.digests().match(file)) {
            throw new TrustException(
                    Reason.MIXED,
                    "Expected " + quoted(role)
                            + " metadata with the digest that the file above them says, found others");
        }
    }

    /** A delegated role's name is a stranger's word, on its way to somebody's terminal. */
    static String quoted(String role) {
        String head = role.length() > LONGEST_NAME ? role.substring(0, LONGEST_NAME) + "…" : role;
        return head.chars().allMatch(c -> c > ' ' && c < 0x7f) ? head : "\"" + head.replaceAll("[^ -~…]", "?") + "\"";
    }
}
