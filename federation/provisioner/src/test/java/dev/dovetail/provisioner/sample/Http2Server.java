package dev.dovetail.provisioner.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A server on loopback that speaks HTTP/2 over TLS with whoever offers it, and HTTP/1.1 with all others. */
public final class Http2Server implements AutoCloseable {

    private final Server server = new Server();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> spoken = new CopyOnWriteArrayList<>();
    private final Set<String> connections = ConcurrentHashMap.newKeySet();
    private final ServerConnector connector;

    /** @param store has the certificate and its key, see {@link dev.dovetail.provisioner.hostile.SelfSigned} */
    public Http2Server(SSLContext store) throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new SecureRequestCustomizer());
        HttpConnectionFactory old = new HttpConnectionFactory(configuration);
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(old.getProtocol());
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(store);
        connector = new ServerConnector(server, new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http2, old);
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                answer(request, response, callback);
                return true;
            }
        });
        server.start();
    }

    private void answer(Request request, Response response, Callback callback) {
        spoken.add(request.getConnectionMetaData().getHttpVersion().asString());
        connections.add(request.getConnectionMetaData().getId());
        byte[] file = files.get(Request.getPathInContext(request));
        response.setStatus(file == null ? 404 : 200);
        response.write(true, file == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(file), callback);
    }

    /** Serves a file from now on; answers where. */
    public URI serve(String path, byte[] file) {
        files.put(path, file);
        return URI.create("https://localhost:" + connector.getLocalPort() + path);
    }

    /** The version of the protocol of each request. */
    public List<String> spoken() {
        return spoken;
    }

    /** How many connections requests came by. */
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
