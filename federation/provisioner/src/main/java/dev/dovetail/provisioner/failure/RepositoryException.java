package dev.dovetail.provisioner.failure;

import java.io.Serial;

/** A repository did not deliver what its index promises, or did not answer: see {@link UnreachableException}. */
public sealed class RepositoryException extends ProvisioningException permits UnreachableException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     */
    public RepositoryException(String code, String message, String hint) {
        super(code, message, hint);
    }

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     * @param cause what happened
     */
    public RepositoryException(String code, String message, String hint, Throwable cause) {
        super(code, message, hint, cause);
    }
}
