package dev.dovetail.shell.view;

import java.io.Serial;

/** A feature runs but doesn't offer what it declared. */
public final class MissingServiceException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message what was expected, of which feature, and what was found */
    public MissingServiceException(String message) {
        super(message);
    }

    /**
     * @param message what was expected, of which feature, and what was found
     * @param cause what the feature threw
     */
    public MissingServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
