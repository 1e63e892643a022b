package dev.dovetail.provisioner.failure;

import java.io.Serial;

/**
 * A request that could not be carried out, in words for people: what was expected, what was found, where, and what to do.
 * Whoever catches one can count on nothing having changed.
 */
public abstract sealed class ProvisioningException extends Exception
        permits ApplyException, HomeException, RefusedException, RepositoryException, UntrustedException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    ProvisioningException(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    ProvisioningException(String code, String message, String hint, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /** @return the stable error code, {@code DT-<AREA>-nnn} */
    public String code() {
        return code;
    }

    /** @return what to do about it, or empty */
    public String hint() {
        return hint;
    }
}
