package dev.dovetail.provisioner.profile;

import dev.dovetail.provisioner.fetch.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How a repository is reached.
 *
 * @param mirrors where else the same files are, in order; asked where the network fails
 * @param proxy the proxy in between, for the repository and its mirrors, where it is another than everybody's
 * @param credentials what the repository asks for; its mirrors never get it
 */
public record Access(List<URI> mirrors, Optional<URI> proxy, Optional<Credentials> credentials) {

    /** Like everybody else. */
    public static final Access PLAIN = new Access(List.of(), Optional.empty(), Optional.empty());

    /** Copies the list. */
    public Access {
        mirrors = List.copyOf(mirrors);
    }
}
