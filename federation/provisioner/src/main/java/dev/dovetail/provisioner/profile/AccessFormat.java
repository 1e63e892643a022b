package dev.dovetail.provisioner.profile;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.Credentials;
import dev.dovetail.provisioner.fetch.ProxyAddress;
import dev.dovetail.provisioner.fetch.RepositoryAddress;
import dev.dovetail.provisioner.json.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of a repository in {@code profile.json} that say how it is reached, all of which may be missing. */
final class AccessFormat {

    private static final String MIRRORS = "mirrors";
    private static final String PROXY = "proxy";
    private static final String TOKEN = "token";
    private static final String USER = "user";
    private static final String PASSWORD = "password";

    private AccessFormat() {}

    static Access read(JsonTree.Members json) throws RepositoryException {
        List<URI> mirrors = new ArrayList<>();
        for (String mirror : json.has(MIRRORS) ? json.texts(MIRRORS) : List.<String>of()) {
            mirrors.add(RepositoryAddress.parse(mirror));
        }
        Optional<URI> proxy = json.has(PROXY) ? Optional.of(ProxyAddress.parse(json.text(PROXY))) : Optional.empty();
        return new Access(mirrors, proxy, credentials(json));
    }

    private static Optional<Credentials> credentials(JsonTree.Members json) {
        if (json.has(TOKEN) && (json.has(USER) || json.has(PASSWORD))) {
            throw new IllegalArgumentException("expected \"token\", or \"user\" and \"password\", found all of them");
        }
        if (json.has(TOKEN)) {
            return Optional.of(new Credentials.Token(json.text(TOKEN)));
        }
        return json.has(USER) || json.has(PASSWORD)
                ? Optional.of(new Credentials.Password(json.text(USER), json.text(PASSWORD)))
                : Optional.empty();
    }

    static void write(Access access, JsonGenerator json) throws IOException {
        if (!access.mirrors().isEmpty()) {
            String[] mirrors = access.mirrors().stream().map(URI::toString).toArray(String[]::new);
            json.writeFieldName(MIRRORS);
            json.writeArray(mirrors, 0, mirrors.length);
        }
        if (access.proxy().isPresent()) {
            json.writeStringField(PROXY, access.proxy().get().toString());
        }
        if (access.credentials().isPresent()) {
            write(access.credentials().get(), json);
        }
    }

    private static void write(Credentials credentials, JsonGenerator json) throws IOException {
        if (credentials instanceof Credentials.Password password) {
            json.writeStringField(USER, password.user());
            json.writeStringField(PASSWORD, password.secret());
        } else {
            json.writeStringField(TOKEN, credentials.secret());
        }
    }
}
