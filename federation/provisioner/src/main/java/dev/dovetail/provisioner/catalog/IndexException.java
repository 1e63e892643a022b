package dev.dovetail.provisioner.catalog;

import java.io.Serial;

/** An index that cannot be used at all: not XML, not an index, or beyond the limits. Trying again does not help. */
public final class IndexException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was expected, what was found, in which line and column
     */
    public IndexException(String message) {
        super(message);
    }

    /**
     * @param message what was expected, what was found, in which line and column
     * @param cause what the XML parser says
     */
    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
