package dev.dovetail.trust.failure;

import java.io.Serial;

/** Metadata, or a file that it describes, is not believed. What was believed before still is. */
public final class TrustException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param reason why
     * @param message what was expected, what was found, and where
     */
    public TrustException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * @param reason why
     * @param message what was expected, what was found, and where
     * @param cause what happened
     */
    public TrustException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }

    /** @return the stable error code, {@code DT-TRUST-nnn} */
    public String code() {
        return reason.code();
    }

    /** @return what a person may do about it */
    public String hint() {
        return reason.hint();
    }
}
