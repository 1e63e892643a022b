package dev.dovetail.publisher.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Answers one request after the other; any number at once. */
final class FileHandler implements HttpHandler {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long WORTH_COMPRESSING = 512;

    private final FileRoot root;

    FileHandler(FileRoot root) {
        this.root = root;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                refuse(exchange, 405, "Only GET and HEAD are answered.");
                return;
            }
            Optional<ServedFile> file = find(exchange);
            if (file.isPresent()) {
                answer(exchange, file.get());
            } else {
                // It may be there the next moment: a new root appears under the name that was asked for in vain.
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                refuse(exchange, 404, "There is no such file.");
            }
        }
    }

    private Optional<ServedFile> find(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Path> file = path == null ? Optional.empty() : root.file(path);
        try {
            return file.isPresent() ? Optional.of(ServedFile.of(file.get())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void answer(HttpExchange exchange, ServedFile file) throws IOException {
        Request request = new Request(exchange.getRequestHeaders());
        Optional<String> range = request.range(file.tag());
        boolean gzip = range.isEmpty() && file.text() && file.length() >= WORTH_COMPRESSING && request.acceptsGzip();
        String tag = gzip ? file.tag() + "-gzip" : file.tag();
        describe(exchange.getResponseHeaders(), file, tag);
        if (request.has(tag)) {
            exchange.sendResponseHeaders(304, -1);
        } else if (gzip) {
            compressed(exchange, file);
        } else if (range.isPresent()) {
            part(exchange, file, range.get());
        } else {
            send(exchange, file, 200, new ByteRange(0, file.length() - 1));
        }
    }

    private static void describe(Headers headers, ServedFile file, String tag) {
        headers.set("ETag", '"' + tag + '"');
        headers.set("Last-Modified", HTTP_DATE.format(file.modified()));
        headers.set("Cache-Control", file.caching());
        headers.set("Content-Type", file.mediaType());
        headers.set("Accept-Ranges", "bytes");
        headers.set("X-Content-Type-Options", "nosniff");
        if (file.text()) {
            headers.set("Vary", "Accept-Encoding");
        }
    }

    private static void part(HttpExchange exchange, ServedFile file, String header) throws IOException {
        Optional<ByteRange> range = ByteRange.of(header, file.length());
        if (range.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length());
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        ByteRange part = range.get();
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.length());
        send(exchange, file, 206, part);
    }

    private static void send(HttpExchange exchange, ServedFile file, int status, ByteRange part) throws IOException {
        if (head(exchange) || part.length() == 0) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(part.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        try (InputStream in = file.content().open()) {
            in.skipNBytes(part.first());
            exchange.sendResponseHeaders(status, part.length());
            copy(in, exchange.getResponseBody(), part.length());
        }
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The file became shorter while it was sent.");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void compressed(HttpExchange exchange, ServedFile file) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        if (head(exchange)) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (InputStream in = file.content().open();
                OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            in.transferTo(out);
        }
    }

    private static void refuse(HttpExchange exchange, int status, String sentence) throws IOException {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        if (head(exchange)) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean head(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }
}
