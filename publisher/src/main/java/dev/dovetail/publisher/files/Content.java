package dev.dovetail.publisher.files;

import java.nio.file.Path;

/** What a file is to contain. */
public sealed interface Content {

    /** @return the digest of its bytes, lower-case hexadecimal */
    String sha256();

    /**
     * Bytes at hand.
     *
     * @param bytes all of them; not changed afterwards
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Bytes(byte[] bytes) implements Content {

        @Override
        public String sha256() {
            return Sha256.of(bytes);
        }
    }

    /**
     * A copy of another file, as it was when it was looked at.
     *
     * @param source which
     * @param sha256 the digest its bytes must have, lower-case hexadecimal
     */
    record Copy(Path source, String sha256) implements Content {}
}
