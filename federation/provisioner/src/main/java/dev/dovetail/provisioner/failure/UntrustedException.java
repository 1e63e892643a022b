package dev.dovetail.provisioner.failure;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import java.io.Serial;

/**
 * What a repository serves is not believed. Trying again at once does not help, and nobody may override it; what was
 * believed before still is.
 */
public final class UntrustedException extends ProvisioningException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param where which repository or file
     * @param cause why it is not believed
     */
    public UntrustedException(String where, TrustException cause) {
        super(cause.code(), cause.getMessage() + ", at " + where, cause.hint(), cause);
        this.reason = cause.reason();
    }

    /** @return why it is not believed */
    public Reason reason() {
        return reason;
    }
}
