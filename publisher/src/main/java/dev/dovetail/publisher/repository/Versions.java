package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;

/** Which version follows on one. */
final class Versions {

    /** No honest file gets there. Beyond, a thief has counted up so that nothing newer can be published. */
    private static final long HONEST = 1L << 40;

    private Versions() {}

    static boolean isHonest(long version) {
        return version < HONEST;
    }

    /** Clients forget what they knew of a role whose key is replaced, so that it can begin again. */
    static long next(String role, long version, boolean rotated) throws PublishException {
        if (isHonest(version)) {
            return version + 1;
        }
        if (rotated) {
            return 1;
        }
        throw new PublishException(
                "DT-PUBLISH-043",
                "Expected an ordinary version of " + role + ", found " + version
                        + ": somebody who has its key counted it up.",
                "Replace the key, which begins again at 1: dovetail repository keys DIR rotate " + role);
    }
}
