package dev.dovetail.publisher.keys;

import java.io.Serial;
import java.security.GeneralSecurityException;

/** The passphrase does not open what was sealed; or somebody changed it, which can't be told apart. */
final class WrongPassphraseException extends GeneralSecurityException {

    @Serial
    private static final long serialVersionUID = 1L;

    WrongPassphraseException(Throwable cause) {
        super(cause);
    }
}
