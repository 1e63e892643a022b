package dev.dovetail.trust.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** Serves a repository on loopback, with entity tags, and counts what goes over the wire. */
public final class SampleServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, byte[]> files;
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong traffic = new AtomicLong();

    /** @param files what is served, by path; may change */
    public SampleServer(Map<String, byte[]> files) {
        this.files = files;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "sample-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException e) {
                // A client that has had enough, or the end.
            }
        }
    }

    private void serve(Socket connection) throws IOException {
        try (connection) {
            String head = head(connection.getInputStream());
            String path = head.split(" ", 3)[1].substring(1);
            requests.add(path);
            OutputStream out = connection.getOutputStream();
            byte[] answer = answer(path, head);
            traffic.addAndGet(head.length() + answer.length);
            out.write(answer);
            out.flush();
        }
    }

    private byte[] answer(String path, String head) throws IOException {
        byte[] file = path.startsWith("targets/")
                ? files.get(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8))
                : files.get(path);
        String wanted = statuses.get(path);
        if (wanted != null) {
            return answer(wanted, "", new byte[0]);
        }
        if (file == null) {
            return answer("404 Not Found", "", new byte[0]);
        }
        String tag = tag(file);
        boolean known = head.toLowerCase(Locale.ROOT).contains("if-none-match: " + tag);
        return answer(known ? "304 Not Modified" : "200 OK", "ETag: " + tag + "\r\n", known ? new byte[0] : file);
    }

    private static byte[] answer(String status, String headers, byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("HTTP/1.1 " + status + "\r\n" + headers + "Connection: close\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        return out.toByteArray();
    }

    private static String tag(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file);
        return "\"" + Long.toHexString(crc.getValue()) + "\"";
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no request");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /** Answers so, whatever is there; such as {@code 500 Broken}; or as it is, if empty. */
    public void answer(String path, Optional<String> status) {
        status.ifPresentOrElse(line -> statuses.put(path, line), () -> statuses.remove(path));
    }

    /** What was asked for since this was last called. */
    public List<String> requests() {
        List<String> all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    /** How many bytes of requests and answers there were since this was last called. */
    public long traffic() {
        return traffic.getAndSet(0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
