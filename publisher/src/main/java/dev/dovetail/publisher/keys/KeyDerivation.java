package dev.dovetail.publisher.keys;

/**
 * How a passphrase becomes a key: PBKDF2 with HMAC-SHA-256.
 *
 * @param iterations how often; the more, the longer each guess takes, also the right one
 */
public record KeyDerivation(int iterations) {

    /** What protects keys that matter: a third of a second for each guess. */
    public static final KeyDerivation STANDARD = new KeyDerivation(600_000);

    /** What no key file may ask for: it would keep a command busy for minutes. */
    static final int MOST = 10_000_000;

    /** Checks the number. */
    public KeyDerivation {
        if (iterations < 1 || iterations > MOST) {
            throw new IllegalArgumentException(
                    "expected from 1 to " + MOST + " iterations of PBKDF2, found " + iterations);
        }
    }

    /** @return whether it takes less than the standard, as only throw-away keys of tests may */
    public boolean weak() {
        return iterations < STANDARD.iterations();
    }
}
