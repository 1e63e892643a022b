package dev.dovetail.provisioner.failure;

import java.io.Serial;

/** A plan could not be carried out in the framework. What had been done was undone. */
public final class ApplyException extends ProvisioningException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     */
    public ApplyException(String code, String message, String hint) {
        super(code, message, hint);
    }

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     * @param cause what happened
     */
    public ApplyException(String code, String message, String hint, Throwable cause) {
        super(code, message, hint, cause);
    }
}
