package dev.dovetail.provisioner.store;

import java.util.Locale;

/**
 * Names bytes by what they are.
 *
 * @param sha256 the SHA-256 digest, 64 lower-case hexadecimal digits
 * @param size the number of bytes
 */
public record Content(String sha256, long size) {

    /** Checks the form. */
    public Content {
        if (sha256.length() != 64 || !sha256.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Expected 64 lower-case hexadecimal digits, found: %s", sha256));
        }
        if (size < 0) {
            throw new IllegalArgumentException("Expected a size of 0 or more, found: " + size);
        }
    }
}
