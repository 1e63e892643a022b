package dev.dovetail.it.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A team's web server on loopback: a folder of files, a log of what was asked for, and trouble when it is told to. */
final class TeamServer implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "team-server");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer http;
    private volatile Path folder;
    private volatile Trouble trouble = Trouble.NONE;

    TeamServer(Path folder) throws IOException {
        this.folder = folder;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(threads);
        http.start();
    }

    String url() {
        return "http://localhost:" + http.getAddress().getPort() + "/";
    }

    /** Serves another release from now on. */
    void publish(Path release) {
        folder = release;
    }

    /** Answers in this way from now on. */
    void turn(Trouble now) {
        trouble = now;
    }

    /** The paths that were asked for, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> jarRequests() {
        return requests.stream().filter(path -> path.endsWith(".jar")).toList();
    }

    void forget() {
        requests.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        Path file = folder.resolve(path.substring(1)).normalize();
        try (exchange) {
            trouble.answer(exchange, path, Files.isRegularFile(file) ? Files.readAllBytes(file) : Trouble.ABSENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /** Gone at once, with all that is under way, as when its process is killed. */
    @Override
    public void close() {
        threads.shutdownNow();
        http.stop(0);
    }
}
