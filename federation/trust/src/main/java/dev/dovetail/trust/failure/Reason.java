package dev.dovetail.trust.failure;

/** Why metadata, or a file that it describes, is not believed; each has its code, and its page in the documentation. */
public enum Reason {
    /** It can't be read, or says something that no such metadata may say. */
    MALFORMED("DT-TRUST-001", "Nothing of it is used. Tell the repository's publisher."),
    /** Fewer keys have signed it than must have. */
    BELOW_THRESHOLD(
            "DT-TRUST-002",
            "Nothing of it is used. If it stays so, ask the repository's publisher, by another way, whether its keys changed."),
    /** It was good until some time ago. */
    EXPIRED(
            "DT-TRUST-003",
            "What is installed keeps running. Try again later; if it stays so, tell the repository's publisher."),
    /** It is older than what was seen before. */
    ROLLED_BACK(
            "DT-TRUST-004",
            "Nothing of it is used: somebody may be offering old versions. Try again later, or tell the publisher."),
    /** It is not the file that the metadata above it speaks of. */
    MIXED(
            "DT-TRUST-005",
            "Nothing of it is used. Try again in a moment; if it stays so, tell the repository's publisher."),
    /** It follows another major version of the specification. */
    UNSUPPORTED("DT-TRUST-006", "Update Dovetail, or ask the repository's publisher for the form that it reads."),
    /** The first root is not the one that was agreed on. */
    OTHER_ROOT(
            "DT-TRUST-007",
            "Nothing of it is used. Compare the fingerprint with the one that the publisher gives by another way."),
    /** A file's bytes are not those that the signed metadata describes. */
    OTHER_BYTES(
            "DT-TRUST-008",
            "The file was changed on its way or on the server, and is not used. Try again; then tell the publisher."),
    /** Too many root files follow on one another. */
    TOO_MANY_ROOTS("DT-TRUST-009", "Try again: each time goes on where the last one ended.");

    private final String code;
    private final String hint;

    Reason(String code, String hint) {
        this.code = code;
        this.hint = hint;
    }

    /** @return the stable error code */
    public String code() {
        return code;
    }

    /** @return what a person may do about it */
    public String hint() {
        return hint;
    }
}
