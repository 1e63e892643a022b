package dev.dovetail.provisioner.fetch;

import java.net.URI;
import java.net.URISyntaxException;

/** Says which addresses a proxy may have. */
public final class ProxyAddress {

    private ProxyAddress() {}

    /**
     * Reads the address of an HTTP proxy.
     *
     * @param text such as {@code http://proxy.example.org:3128}; the scheme may be missing
     * @return the address
     * @throws IllegalArgumentException when it is none, or has a password in it: the message never repeats the text
     */
    public static URI parse(String text) {
        String whole = text.strip();
        try {
            URI proxy = new URI(whole.contains("://") ? whole : "http://" + whole);
            boolean bare = proxy.getRawUserInfo() == null
                    && proxy.getRawQuery() == null
                    && proxy.getRawFragment() == null
                    && proxy.getRawPath().matches("/?");
            if ("http".equalsIgnoreCase(proxy.getScheme())
                    && proxy.getHost() != null
                    && proxy.getPort() < 65_536
                    && bare) {
                return proxy;
            }
        } catch (URISyntaxException e) {
            throw refused();
        }
        throw refused();
    }

    // Without the cause, which quotes what may have a password in it.
    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "Expected the address of an HTTP proxy without a user or a path, such as http://proxy.example.org:3128");
    }
}
