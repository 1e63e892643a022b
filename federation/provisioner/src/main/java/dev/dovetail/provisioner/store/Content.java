package dev.dovetail.provisioner.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names bytes by what they are.
 *
 * @param sha256 the SHA-256 digest, 64 lower-case hexadecimal digits
 * @param size the number of bytes
 */
public record Content(String sha256, long size) {

    /**
     * @param bytes some bytes
     * @return their name
     */
    public static Content of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Content(HexFormat.of().formatHex(digest), bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Checks the form. */
    public Content {
        if (sha256.length() != 64 || !isHexadecimal(sha256)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Expected 64 lower-case hexadecimal digits, found: %s", sha256));
        }
        if (size < 0) {
            throw new IllegalArgumentException("Expected a size of 0 or more, found: " + size);
        }
    }

    // A plain loop: a start checks hundreds of them before the compiler has seen any.
    private static boolean isHexadecimal(String text) {
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
