package dev.dovetail.it.endtoend.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web server on loopback that serves a folder as it should, until it is told to lie. */
public final class Mirror implements AutoCloseable {

    private static final byte[] ABSENT = new byte[0];

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mirror");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer http;
    private final String scheme;
    private volatile Path folder;
    private volatile String meant = "";
    private volatile Lie lie = Lie.NONE;

    private Mirror(HttpServer http, String scheme, Path folder) {
        this.http = http;
        this.scheme = scheme;
        this.folder = folder;
        http.createContext("/", this::answer);
        http.setExecutor(threads);
        http.start();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public static Mirror of(Path folder) throws IOException {
        return new Mirror(HttpServer.create(anyPort(), 0), "http", folder);
    }

    /** Over TLS, with whatever certificate. */
    static Mirror secure(Path folder, SSLContext certificate) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return new Mirror(server, "https", folder);
    }

    public String url() {
        return scheme + "://localhost:" + http.getAddress().getPort() + "/";
    }

    /** Serves another folder from now on: an old copy, or another's. */
    public void serve(Path other) {
        folder = other;
    }

    /** Lies from now on about all files whose path ends so. */
    public void lie(String ending, Lie how) {
        meant = ending;
        lie = how;
    }

    public void beHonest() {
        lie = Lie.NONE;
    }

    /** The paths that were asked for, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void forget() {
        requests.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        Path file = folder.resolve(path.substring(1)).normalize();
        byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : ABSENT;
        try (exchange) {
            (path.endsWith(meant) ? lie : Lie.NONE).answer(exchange, bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gone at once, with all that is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        http.stop(0);
    }
}
