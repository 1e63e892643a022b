package dev.dovetail.trust;

import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Timestamp;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the change from one root to the next means for keys that sign often and are stolen most easily. */
final class Rotation {

    private Rotation() {}

    /** Whether a key of the timestamp or the snapshot role is one no more. A key that is merely added takes nothing back. */
    static boolean takesBack(Root before, Root after) {
        return takesBack(before, after, Timestamp.TYPE) || takesBack(before, after, Snapshot.TYPE);
    }

    private static boolean takesBack(Root before, Root after, String role) {
        Set<PublicKey> gone = new HashSet<>(keys(before, role));
        gone.removeAll(keys(after, role));
        return !gone.isEmpty();
    }

    private static Set<PublicKey> keys(Root root, String role) {
        Map<String, Key> keys = root.keys();
        return root.role(role).keyIds().stream()
                .map(keys::get)
                .filter(Objects::nonNull)
                .flatMap(key -> key.material().stream())
                .collect(Collectors.toSet());
    }
}
