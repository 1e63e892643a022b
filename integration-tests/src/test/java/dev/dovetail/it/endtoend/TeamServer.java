package dev.dovetail.it.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dovetail.publisher.failure.PublishException;
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
import java.util.regex.Pattern;

/** A team's web server on loopback: a folder of files, a log of what was asked for, and trouble when it is told to. */
final class TeamServer implements AutoCloseable {

    /** Files of signed repositories have their digests before their names. */
    private static final Pattern DIGEST = Pattern.compile("^.*/(?:[0-9a-f]{64}\\.)?");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "team-server");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer http;
    private final String fingerprint;
    private volatile Path folder;
    private volatile Trouble trouble = Trouble.NONE;

    /** Serves a signed repository. */
    TeamServer(Site site) throws IOException, PublishException {
        this(site.folder(), site.fingerprint());
    }

    /** Serves files that nobody signed. */
    static TeamServer unsigned(Path folder) throws IOException {
        return new TeamServer(folder, "");
    }

    private TeamServer(Path folder, String fingerprint) throws IOException {
        this.folder = folder;
        this.fingerprint = fingerprint;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(threads);
        http.start();
    }

    String url() {
        return "http://localhost:" + http.getAddress().getPort() + "/";
    }

    String fingerprint() {
        return fingerprint;
    }

    /** The address and the fingerprint, as the team gives them to people. */
    String trusted() {
        return url() + "#" + fingerprint;
    }

    /** Serves another folder from now on. */
    void serve(Path another) {
        folder = another;
    }

    /** Answers in this way from now on. */
    void turn(Trouble now) {
        trouble = now;
    }

    /** The paths that were asked for, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The names of the jars that were asked for, in order. */
    List<String> jarRequests() {
        return requests.stream()
                .filter(path -> path.endsWith(".jar"))
                .map(path -> DIGEST.matcher(path).replaceFirst(""))
                .toList();
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
