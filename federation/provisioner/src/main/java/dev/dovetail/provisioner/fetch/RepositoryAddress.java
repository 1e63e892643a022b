package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Says which addresses a repository may have. */
public final class RepositoryAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RepositoryAddress() {}

    /**
     * Reads an address as a person typed it. Signatures say what a repository serves; which repository is asked, and for
     * what, is nobody else's business, so it is asked over TLS unless it is on this machine.
     *
     * @param text the address
     * @return the same address, with a trailing slash where it names a folder
     * @throws RepositoryException when it is none, or neither https nor on this machine
     */
    public static URI parse(String text) throws RepositoryException {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw refuse(text, "that is no URL: " + e.getReason());
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw refuse(text, "that is no http or https URL");
        }
        if (scheme.equals("http") && !isLoopback(url)) {
            throw refuse(text, "that is another machine, asked without encryption");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refuse(text, "nothing may stand before an @ or behind a ? or #");
        }
        if (url.getPort() > 65_535) {
            throw refuse(text, "there is no such port");
        }
        String path = url.getPath();
        return path.endsWith("/") || path.endsWith(".xml") || path.endsWith(".xml.gz") ? url : URI.create(url + "/");
    }

    /**
     * @param url an address
     * @return whether it is on this machine
     */
    public static boolean isLoopback(URI url) {
        return url.getHost() != null && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    private static RepositoryException refuse(String text, String why) {
        return new RepositoryException(
                "DT-FETCH-010",
                "Expected the address of a repository, found: " + text + " (" + why + ")",
                "Give a URL such as https://example.org/features/ or http://localhost:8080/.");
    }
}
