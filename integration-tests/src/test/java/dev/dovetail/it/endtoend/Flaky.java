package dev.dovetail.it.endtoend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Hangs up halfway whenever it is asked for a whole file; knows ranges. */
final class Flaky implements Trouble {

    private final AtomicInteger ranges = new AtomicInteger();

    int ranges() {
        return ranges.get();
    }

    @Override
    public void answer(HttpExchange exchange, String path, byte[] bytes) throws IOException, InterruptedException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            Trouble.hangUp().answer(exchange, path, bytes);
            return;
        }
        ranges.incrementAndGet();
        int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        TeamServer.send(exchange, 206, Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
