package dev.dovetail.it.endtoend.hostile;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** What a server answers in place of a file, or in which way. */
@FunctionalInterface
public interface Lie {

    /** The file, or that there is none. */
    Lie NONE = (exchange, file) -> send(exchange, file.length == 0 ? 404 : 200, file);

    void answer(HttpExchange exchange, byte[] file) throws IOException, InterruptedException;

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /** Other bytes. */
    static Lie bytes(UnaryOperator<byte[]> change) {
        return (exchange, file) -> send(exchange, 200, change.apply(file));
    }

    static Lie status(int status) {
        return (exchange, file) -> send(exchange, status, new byte[0]);
    }

    static Lie redirect(String to) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("Location", to);
            send(exchange, 302, new byte[0]);
        };
    }

    /** The file, and then more, for as long as somebody reads. */
    static Lie endless() {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(file);
            byte[] more = new byte[64 * 1024];
            while (!Thread.currentThread().isInterrupted()) {
                body.write(more);
            }
        };
    }

    /** One byte after the other, each soon enough not to be taken for silence. */
    static Lie drip() {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            for (byte one : file) {
                exchange.getResponseBody().write(one);
                exchange.getResponseBody().flush();
                Thread.sleep(500);
            }
        };
    }

    /** Half of it, and then nothing until the server is closed. */
    static Lie halfThenSilence() {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, file.length / 2);
            exchange.getResponseBody().flush();
            new CountDownLatch(1).await();
        };
    }
}
