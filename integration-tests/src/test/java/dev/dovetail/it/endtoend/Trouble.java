package dev.dovetail.it.endtoend;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** How a web server answers. */
@FunctionalInterface
interface Trouble {

    /** What a file has that isn't there. */
    byte[] ABSENT = new byte[0];

    /** Answers as it should. */
    Trouble NONE = (exchange, path, bytes) -> TeamServer.send(exchange, bytes == ABSENT ? 404 : 200, bytes);

    void answer(HttpExchange exchange, String path, byte[] bytes) throws IOException, InterruptedException;

    /** This way for files whose path ends so; all others as they should be. */
    static Trouble at(String ending, Trouble trouble) {
        return (exchange, path, bytes) -> (path.endsWith(ending) ? trouble : NONE).answer(exchange, path, bytes);
    }

    static Trouble bytes(UnaryOperator<byte[]> change) {
        return (exchange, path, bytes) -> TeamServer.send(exchange, 200, change.apply(bytes));
    }

    /** A gzip file of this text. */
    static Trouble packed(String text) {
        byte[] packed = gzip(text.getBytes(StandardCharsets.UTF_8), 1);
        return bytes(bytes -> packed);
    }

    static Trouble status(int status) {
        return (exchange, path, bytes) -> TeamServer.send(exchange, status, ABSENT);
    }

    static Trouble redirect(String elsewhere) {
        return (exchange, path, bytes) -> {
            exchange.getResponseHeaders().set("Location", elsewhere);
            TeamServer.send(exchange, 302, ABSENT);
        };
    }

    /** Takes the question and says nothing until the server is closed. */
    static Trouble silence() {
        return (exchange, path, bytes) -> new CountDownLatch(1).await();
    }

    /** Sends half and then nothing more until the server is closed. */
    static Trouble halfThenSilence() {
        return (exchange, path, bytes) -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            new CountDownLatch(1).await();
        };
    }

    /** Promises all and hangs up halfway. */
    static Trouble hangUp() {
        return (exchange, path, bytes) -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    static byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    /** Near the end, where metadata have their signatures. */
    static byte[] flippedTail(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length - 20] ^= 1;
        return changed;
    }

    static byte[] flippedHead(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[0] ^= 1;
        return changed;
    }

    static byte[] shorter(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 7);
    }

    static byte[] longer(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 7);
    }

    /** So many bytes in a gzip file of a thousandth of them. */
    static byte[] bomb(int megabytes) {
        return gzip(new byte[1 << 20], megabytes);
    }

    private static byte[] gzip(byte[] bytes, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
