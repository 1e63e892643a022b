package dev.dovetail.provisioner.fetch;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * How one repository is reached.
 *
 * @param repository its address
 * @param proxy the proxy in between, where it is another than everybody's
 * @param credentials what it asks for
 */
public record Route(URI repository, Optional<URI> proxy, Optional<Credentials> credentials) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Whether an address is the repository's own: on the same server, and below its folder. */
    boolean covers(URI url) {
        String folder = repository.getRawPath().replaceFirst("[^/]*$", "");
        String path = String.valueOf(url.normalize().getRawPath());
        return origin(repository).equals(origin(url)) && path.startsWith(folder);
    }

    /** How specific it is: of two repositories on one server, the deeper one is meant. */
    int depth() {
        return repository.getRawPath().length();
    }

    /** Scheme, host and port, the last as it is where none is written. */
    static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return scheme + "://" + host + ":" + port(url);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
    }

    /** A proxy's address, to be resolved when it is used. */
    static InetSocketAddress address(URI proxy) {
        return InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort() < 0 ? HTTP : proxy.getPort());
    }
}
