package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.Credentials;
import dev.dovetail.provisioner.fetch.ProxyAddress;
import dev.dovetail.provisioner.fetch.RepositoryAddress;
import dev.dovetail.provisioner.profile.Access;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a repository is reached. None of them takes a secret: a command line is nobody's secret. */
final class AccessOptions {

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Where else its files are; asked in this order where the network fails. May be given several"
                    + " times.")
    private List<String> mirrors = new ArrayList<>();

    @Option(names = "--proxy", paramLabel = "URL", description = "The proxy in between. Default: as the system has it.")
    private @Nullable String proxy;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description =
                    "The name of the environment variable, or of the entry in secrets.json, with the bearer token.")
    private @Nullable String token;

    @Option(names = "--user", paramLabel = "USER", description = "Whom to ask as. Takes --password-env.")
    private @Nullable String user;

    @Option(names = "--password-env", paramLabel = "NAME", description = "The same for the user's password.")
    private @Nullable String password;

    /**
     * @throws RepositoryException when a mirror's address is none
     * @throws IllegalArgumentException when the others don't fit together; the message says how
     */
    Access access() throws RepositoryException {
        List<URI> places = new ArrayList<>();
        for (String mirror : mirrors) {
            places.add(RepositoryAddress.parse(mirror));
        }
        return new Access(places, Optional.ofNullable(proxy).map(ProxyAddress::parse), credentials());
    }

    private Optional<Credentials> credentials() {
        if ((user == null) != (password == null) || (token != null && user != null)) {
            throw new IllegalArgumentException("Expected --token-env, or --user with --password-env");
        }
        if (token != null) {
            return Optional.of(new Credentials.Token(token));
        }
        return user == null || password == null
                ? Optional.empty()
                : Optional.of(new Credentials.Password(user, password));
    }
}
