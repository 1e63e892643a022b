package dev.dovetail.provisioner.fetch;

import java.util.Optional;

/** What a repository answers when it is asked for a metadata file. */
public sealed interface Served {

    /**
     * The file.
     *
     * @param bytes all of it
     * @param tag its entity tag, if the server gives one
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed straight to the verifier; nobody compares it.
    record File(byte[] bytes, Optional<String> tag) implements Served {}

    /** Why there is no file. */
    enum Nothing implements Served {
        /** The server has none. */
        MISSING,
        /** The server has none other than the one that is known. */
        UNCHANGED
    }
}
