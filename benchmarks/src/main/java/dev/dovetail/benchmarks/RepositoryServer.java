package dev.dovetail.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves repositories on loopback and keeps a log of what was asked for. */
final class RepositoryServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads;
    private final Path root;
    private final Map<String, byte[]> replaced = new ConcurrentHashMap<>();
    private final List<Answered> log = new CopyOnWriteArrayList<>();

    /**
     * A line of the log.
     *
     * @param path what was asked for
     * @param status how it was answered
     * @param bytes how much was sent
     */
    record Answered(String path, int status, long bytes) {}

    private RepositoryServer(HttpServer http, ExecutorService threads, Path root) {
        this.http = http;
        this.threads = threads;
        this.root = root.toAbsolutePath().normalize();
    }

    static RepositoryServer serving(Path root) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        RepositoryServer server = new RepositoryServer(http, threads, root);
        http.createContext("/", server::answer);
        http.setExecutor(threads);
        http.start();
        return server;
    }

    URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort() + "/");
    }

    /** From now on, these bytes are at that path, whatever the folder holds. */
    void publish(String path, byte[] bytes) {
        replaced.put(path, bytes);
    }

    List<Answered> log() {
        return List.copyOf(log);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Path file = root.resolve("." + path).normalize();
            byte[] body;
            if (replaced.containsKey(path)) {
                body = replaced.get(path);
            } else if (file.startsWith(root) && Files.isRegularFile(file)) {
                body = Files.readAllBytes(file);
            } else {
                body = new byte[0];
            }
            int status = body.length == 0 ? 404 : 200;
            log.add(new Answered(path, status, body.length));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
