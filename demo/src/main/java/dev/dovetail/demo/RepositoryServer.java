package dev.dovetail.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Serves a folder over HTTP on loopback, as any static web server would. A program of its own, so that it can be killed. */
public final class RepositoryServer {

    private final Path root;

    private RepositoryServer(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Serves until it is killed, and prints the address first.
     *
     * @param arguments the folder
     * @throws IOException when no port can be had
     */
    @SuppressWarnings("SystemOut") // Its standard output is how its parent learns the address.
    public static void main(String[] arguments) throws IOException {
        RepositoryServer server = new RepositoryServer(Path.of(arguments[0]));
        System.out.println(server.start());
        System.out.flush();
    }

    private String start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(Executors.newCachedThreadPool());
        http.start();
        return "http://localhost:" + http.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = root.resolve("." + exchange.getRequestURI().getPath()).normalize();
            if (!exchange.getRequestMethod().equals("GET")) {
                refuse(exchange, 405);
            } else if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                refuse(exchange, 404);
            } else {
                send(exchange, file);
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, Files.size(file));
        try (OutputStream body = exchange.getResponseBody()) {
            Files.copy(file, body);
        }
    }
}
