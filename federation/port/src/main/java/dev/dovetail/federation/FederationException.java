package dev.dovetail.federation;

import java.io.Serial;

/** Says in words for people why a request was refused or failed. Nothing has changed then. */
public final class FederationException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    /**
     * @param code the stable error code, {@code DT-<AREA>-nnn}
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     * @param cause what happened
     */
    public FederationException(String code, String message, String hint, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /**
     * Where nothing else went wrong before.
     *
     * @param code the stable error code, {@code DT-<AREA>-nnn}
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     */
    public FederationException(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /** @return the stable error code */
    public String code() {
        return code;
    }

    /** @return what to do about it, or empty */
    public String hint() {
        return hint;
    }
}
