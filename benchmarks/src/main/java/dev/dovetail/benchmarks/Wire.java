package dev.dovetail.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Lies between a client and a server on this machine, and counts what goes over it, in both directions. */
final class Wire implements AutoCloseable {

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();

    private Wire(ServerSocket listening, InetSocketAddress server) {
        this.listening = listening;
        this.server = server;
    }

    static Wire to(URI url) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Wire wire = new Wire(listening, new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
        start(wire::accept);
        return wire;
    }

    URI url() {
        return URI.create("http://localhost:" + listening.getLocalPort() + "/");
    }

    long bytes() {
        return bytes.get();
    }

    long requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                Socket far = new Socket(server.getAddress(), server.getPort());
                start(() -> carry(client, far, true));
                start(() -> carry(far, client, false));
            }
        } catch (IOException closed) {
            // The end of the measurement.
            requests.get();
        }
    }

    private void carry(Socket from, Socket to, boolean asks) {
        byte[] buffer = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.addAndGet(n);
                if (asks && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).startsWith("GET ")) {
                    requests.incrementAndGet();
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException closed) {
            // One side hung up; so does the other.
            requests.get();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "benchmark-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
