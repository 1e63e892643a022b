package dev.dovetail.provisioner.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server that knows ranges and entity tags, and fails as it is told to, one request after the other. */
public final class RangeServer implements AutoCloseable {

    /** How one request is answered. */
    @FunctionalInterface
    public interface Answer {
        void send(HttpExchange exchange, byte[] file) throws IOException, InterruptedException;
    }

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Deque<Answer> next = new ConcurrentLinkedDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "range-server");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer http;

    public RangeServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::answer);
        http.setExecutor(threads);
        http.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    public URI serve(String path, byte[] file) {
        files.put("/" + path, file);
        return url().resolve(path);
    }

    /** The next requests are answered so, one after the other; those behind them as they should be. */
    public RangeServer then(Answer... answers) {
        next.addAll(Arrays.asList(answers));
        return this;
    }

    /** Each request: its path, and behind it its range, if it has one. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many requests were under way at one time. */
    public int most() {
        return most.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(range == null ? path : path + " " + range);
        most.accumulateAndGet(under.incrementAndGet(), Math::max);
        Answer scripted = next.poll();
        try (exchange) {
            byte[] file = files.get(path);
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            (scripted == null ? (Answer) RangeServer::well : scripted).send(exchange, file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            under.decrementAndGet();
        }
    }

    /** As RFC 9110 has it. */
    public static void well(HttpExchange exchange, byte[] file) throws IOException {
        String tag = "\"" + Samples.content(file).sha256().substring(0, 8) + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        String range = exchange.getRequestHeaders().getFirst("Range");
        String unless = exchange.getRequestHeaders().getFirst("If-Range");
        if (range == null || (unless != null && !unless.equals(tag))) {
            send(exchange, 200, file);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
        if (from >= file.length) {
            send(exchange, 416, new byte[0]);
            return;
        }
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        send(exchange, 206, Arrays.copyOfRange(file, from, file.length));
    }

    /** Knows no ranges. */
    public static void whole(HttpExchange exchange, byte[] file) throws IOException {
        send(exchange, 200, file);
    }

    public static Answer status(int status, String... headers) {
        return (exchange, file) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, new byte[0]);
        };
    }

    /** Promises all, sends so much of it, and hangs up. */
    public static Answer hangUpAfter(int bytes) {
        return (exchange, file) -> {
            String tag = "\"" + Samples.content(file).sha256().substring(0, 8) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends so much and then nothing more, until the server is closed. */
    public static Answer silentAfter(int bytes, CountDownLatch sent) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, bytes);
            exchange.getResponseBody().flush();
            sent.countDown();
            new CountDownLatch(1).await();
        };
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /** Gone at once, with all that is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        http.stop(0);
    }
}
