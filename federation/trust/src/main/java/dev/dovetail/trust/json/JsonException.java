package dev.dovetail.trust.json;

import java.io.Serial;

/** Bytes are no JSON of the expected form; the message says what was expected and what was found. */
public class JsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message what was expected, and what was found */
    public JsonException(String message) {
        super(message);
    }

    /**
     * @param message what was expected, and what was found
     * @param cause what happened
     */
    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
