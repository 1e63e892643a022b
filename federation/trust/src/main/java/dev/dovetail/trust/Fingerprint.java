package dev.dovetail.trust;

import dev.dovetail.trust.metadata.Digests;
import java.util.Locale;

/**
 * What a person compares to know a repository: the SHA-256 digest of the bytes of its first root.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record Fingerprint(String sha256) {

    /** Checks the form. */
    public Fingerprint {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Expected a fingerprint of 64 hexadecimal digits");
        }
    }

    /**
     * @param root the bytes of {@code 1.root.json}
     * @return their fingerprint
     */
    public static Fingerprint of(byte[] root) {
        return new Fingerprint(Digests.sha256(root).sha256().orElseThrow());
    }

    /**
     * Reads a fingerprint as a person typed or pasted it.
     *
     * @param text hexadecimal digits, upper or lower case, with or without blanks between them
     * @return the fingerprint
     */
    public static Fingerprint parse(String text) {
        return new Fingerprint(text.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
    }

    /** @return the digits in groups of four, as they are shown */
    @Override
    public String toString() {
        return sha256.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
