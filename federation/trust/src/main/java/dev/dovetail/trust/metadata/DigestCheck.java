package dev.dovetail.trust.metadata;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares a file with its digests while it is read piece by piece. For one file, by one thread. */
public final class DigestCheck {

    private final Map<MessageDigest, String> expected;

    DigestCheck(Map<MessageDigest, String> expected) {
        this.expected = new LinkedHashMap<>(expected);
    }

    /**
     * Takes the next piece.
     *
     * @param piece bytes
     * @param length how many of them, from the first on
     */
    public void update(byte[] piece, int length) {
        expected.keySet().forEach(engine -> engine.update(piece, 0, length));
    }

    /** @return whether all pieces together have every digest that can be looked at; to be asked once, at the end */
    public boolean matches() {
        boolean all = true;
        for (Map.Entry<MessageDigest, String> digest : expected.entrySet()) {
            all &= HexFormat.of().formatHex(digest.getKey().digest()).equals(digest.getValue());
        }
        return all;
    }
}
