package dev.dovetail.provisioner.failure;

import java.io.Serial;

/** The home directory can't be read or written as it must be. */
public final class HomeException extends ProvisioningException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     */
    public HomeException(String code, String message, String hint) {
        super(code, message, hint);
    }

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     * @param cause what happened
     */
    public HomeException(String code, String message, String hint, Throwable cause) {
        super(code, message, hint, cause);
    }
}
