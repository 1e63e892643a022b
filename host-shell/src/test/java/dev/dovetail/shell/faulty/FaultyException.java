package dev.dovetail.shell.faulty;

import java.io.Serial;

/** Is the feature's own. */
public final class FaultyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public FaultyException(String message) {
        super(message);
    }
}
