package dev.dovetail.provisioner.failure;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The network or a server failed, so that nothing can be said of what the repository serves. The same request may succeed
 * later, or elsewhere; no other failure is worth a second try.
 */
public final class UnreachableException extends RepositoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration wait;

    /**
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     * @param cause what happened
     */
    public UnreachableException(String code, String message, String hint, Throwable cause) {
        super(code, message, hint, cause);
        this.wait = null;
    }

    /**
     * A server that answered that it can't answer now.
     *
     * @param code the stable error code
     * @param message what was expected, what was found, and where
     * @param hint what to do about it, or empty
     * @param wait how long the server asks to be left alone
     */
    public UnreachableException(String code, String message, String hint, Optional<Duration> wait) {
        super(code, message, hint);
        this.wait = wait.orElse(null);
    }

    /** @return how long the server asked to be left alone */
    public Optional<Duration> wanted() {
        return Optional.ofNullable(wait);
    }
}
