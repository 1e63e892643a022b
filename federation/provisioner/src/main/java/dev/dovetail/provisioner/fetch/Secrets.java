package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.HomeException;
import java.util.Optional;

/** Where secrets are kept. What comes out of here goes into a request and nowhere else. */
@FunctionalInterface
public interface Secrets {

    /** There are none. */
    Secrets NONE = name -> Optional.empty();

    /**
     * Looks up a secret. May be called by several threads.
     *
     * @param name what it is called
     * @return the secret, if there is one of that name
     * @throws HomeException when the place can't be read, or others can read it too
     */
    Optional<String> secret(String name) throws HomeException;
}
