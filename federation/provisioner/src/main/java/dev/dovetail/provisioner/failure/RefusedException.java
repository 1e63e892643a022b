package dev.dovetail.provisioner.failure;

import java.io.Serial;

/** There is no plan that fulfils the request; see the planner's explanation in the message. */
public final class RefusedException extends ProvisioningException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     */
    public RefusedException(String code, String message, String hint) {
        super(code, message, hint);
    }

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     * @param cause what happened
     */
    public RefusedException(String code, String message, String hint, Throwable cause) {
        super(code, message, hint, cause);
    }
}
