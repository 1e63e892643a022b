package dev.dovetail.provisioner.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The two ways out: encrypted, and in the open to this machine itself. Each is made when it is first taken: reading which
 * authorities to believe takes longer than all else that a start does, and whoever stays on this machine needs none.
 */
final class Clients {

    private final Duration connecting;
    private final Routes routes;
    private @Nullable HttpClient secure;
    private @Nullable HttpClient open;

    Clients(Duration connecting, Routes routes) {
        this.connecting = connecting;
        this.routes = routes;
    }

    synchronized HttpClient of(URI url) {
        if (Exchange.isSecure(url)) {
            secure = secure == null ? common().build() : secure;
            return secure;
        }
        open = open == null ? open() : open;
        return open;
    }

    /** An upgrade to HTTP/2 is only worth its headers where the connection is encrypted. */
    private HttpClient open() {
        return common().version(HttpClient.Version.HTTP_1_1)
                .sslContext(believingNobody())
                .build();
    }

    private HttpClient.Builder common() {
        return HttpClient.newBuilder()
                .connectTimeout(connecting)
                .proxy(Proxies.of(routes))
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    private static SSLContext believingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }
}
