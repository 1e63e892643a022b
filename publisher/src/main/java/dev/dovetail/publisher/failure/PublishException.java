package dev.dovetail.publisher.failure;

import java.io.Serial;

/**
 * A repository could not be made, changed or read, in words for people: what was expected, what was found, where, and what
 * to do. Whoever catches one can count on readers seeing what they saw before.
 */
public final class PublishException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    /**
     * @param code the stable error code, {@code DT-PUBLISH-nnn}
     * @param message what was expected, what was found, and where
     * @param hint what to do about it
     */
    public PublishException(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /**
     * @param code the stable error code, {@code DT-PUBLISH-nnn}
     * @param message what was expected, what was found, and where
     * @param hint what to do about it
     * @param cause what happened
     */
    public PublishException(String code, String message, String hint, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /** @return the stable error code, {@code DT-PUBLISH-nnn} */
    public String code() {
        return code;
    }

    /** @return what to do about it */
    public String hint() {
        return hint;
    }
}
