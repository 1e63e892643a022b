package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.net.URI;
import java.util.Locale;

/** Where an answer sends on to, if anybody may go there: within one https server, and nowhere else. */
final class Redirect {

    private static final int HTTPS = 443;

    private Redirect() {}

    static URI target(URI from, int status, String location) throws RepositoryException {
        if (location.isEmpty()) {
            throw refuse(from, status, location, new IllegalArgumentException("no Location"));
        }
        try {
            URI to = from.resolve(location);
            if (Exchange.isSecure(from) && Exchange.isSecure(to) && origin(from).equals(origin(to))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw refuse(from, status, location, e);
        }
        throw refuse(from, status, location, new IllegalArgumentException("another origin"));
    }

    private static String origin(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return host + ":" + (url.getPort() < 0 ? HTTPS : url.getPort());
    }

    private static RepositoryException refuse(URI from, int status, String location, Exception cause) {
        return new RepositoryException(
                "DT-FETCH-012",
                "Expected no redirect, or one within the same https server, found status " + status + " leading to \""
                        + location.replaceAll("[^ -~]", "?") + "\" at " + from,
                "If the repository has moved, add it again under its new address.",
                cause);
    }
}
