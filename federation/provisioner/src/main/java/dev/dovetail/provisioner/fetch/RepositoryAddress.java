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
     * Reads an address as a person typed it. Indexes carry digests but no signatures, so a repository is only believed
     * when it is on this machine.
     *
     * @param text the address
     * @return the same address, with a trailing slash where it names a folder
     * @throws RepositoryException when it is none, or not on this machine
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
        if (!LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT))) {
            throw refuse(text, "that is another machine, and repositories are not signed yet");
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

    private static RepositoryException refuse(String text, String why) {
        return new RepositoryException(
                "DT-FETCH-010",
                "Expected the address of a repository on this machine, found: " + text + " (" + why + ")",
                "Give a URL such as http://localhost:8080/.");
    }
}
