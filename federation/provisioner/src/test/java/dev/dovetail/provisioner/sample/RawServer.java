package dev.dovetail.provisioner.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server on loopback that says exactly what it is told to, however wrong. */
public final class RawServer implements AutoCloseable {

    /** What is said to whoever asks for one path. */
    @FunctionalInterface
    public interface Answer {
        void send(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Thread accepting;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public RawServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = new Thread(this::accept, "raw-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread thread = new Thread(() -> serve(connection), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String path = request(connection.getInputStream());
            requests.add(path);
            answers.getOrDefault(path, status(404, "Not Found", "")).send(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The client has had enough, which is what many tests are about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no request");
            }
            head.append((char) c);
        }
        return head.toString().split(" ", 3)[1];
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    public RawServer at(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public List<String> requests() {
        return requests;
    }

    public static Answer ok(byte[] body) {
        return declaring(body.length, out -> out.write(body));
    }

    /** The headers of a body of so many bytes, and then something else. */
    public static Answer declaring(long length, Answer body) {
        return out -> {
            head(out, "200 OK", "Content-Length: " + length + "\r\n");
            body.send(out);
        };
    }

    public static Answer status(int code, String reason, String headers) {
        return out -> head(out, code + " " + reason, "Content-Length: 0\r\n" + headers);
    }

    /** Says no more, and keeps the connection. */
    public static Answer silence() {
        return out -> Thread.sleep(600_000);
    }

    private static void head(OutputStream out, String status, String headers) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\n" + headers + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Once this returns, nobody is answered: a thread that is still in accept takes one more connection. */
    @Override
    public void close() {
        try {
            socket.close();
            accepting.join();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
