package dev.dovetail.federation;

import java.io.Serial;

/** A view of a feature's new version could not be built. The views that were open still are. */
public final class HandOverException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param message which view, and why
     * @param cause what the view threw
     */
    public HandOverException(String message, Throwable cause) {
        super(message, cause);
    }
}
