package dev.dovetail.publisher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // Set before each test.
class RepositoryServerTest {

    private static final String TIMESTAMP = "{\"signed\": \"" + "0123456789".repeat(100) + "\"}";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private RepositoryServer server;

    @BeforeEach
    void serve() throws IOException {
        Path root = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(root.resolve("metadata"));
        Files.writeString(root.resolve("metadata/timestamp.json"), TIMESTAMP);
        Files.writeString(root.resolve("metadata/.lock"), "17");
        Files.writeString(root.resolve("index.html"), "<p>Hello");
        Files.writeString(root.resolve("empty.txt"), "");
        Files.write(root.resolve("large.jar"), large());
        Files.writeString(folder.resolve("secret.txt"), "secret");
        server = RepositoryServer.onLoopback(root);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] large() {
        byte[] bytes = new byte[300_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void givesOutAFileWithWhatACacheNeedsToKnow() throws Exception {
        HttpResponse<byte[]> response = send(at("large.jar"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(large());
        assertThat(header(response, "Content-Type")).isEqualTo("application/java-archive");
        assertThat(header(response, "Cache-Control")).contains("immutable");
        assertThat(header(response, "ETag")).matches("\"[0-9a-f-]+\"");
        assertThat(header(response, "Last-Modified")).endsWith("GMT");
    }

    @Test
    void letsNobodyCacheTheOneFileThatChanges() throws Exception {
        assertThat(header(send(at("metadata/timestamp.json")), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void givesOutTheFrontPage() throws Exception {
        assertThat(send(at("")).body()).isEqualTo("<p>Hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesOutAnEmptyFile() throws Exception {
        HttpResponse<byte[]> response = send(at("empty.txt"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"large.jar", "metadata/timestamp.json"})
    void sendsNothingAgainToWhoHasIt(String path) throws Exception {
        String tag = header(send(at(path)), "ETag");

        HttpResponse<byte[]> again = send(at(path).header("If-None-Match", "\"other\", W/" + tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
    }

    @Test
    void tellsASmallFileFromItsPredecessorOfTheSameLengthAndTime() throws Exception {
        Path file = folder.resolve("repository/metadata/timestamp.json");
        String tag = header(send(at("metadata/timestamp.json")), "ETag");
        var modified = Files.getLastModifiedTime(file);
        Files.writeString(file, TIMESTAMP.replace('9', '8'));
        Files.setLastModifiedTime(file, modified);

        assertThat(send(at("metadata/timestamp.json").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,1",
        "bytes=100-199,100,200",
        "bytes=299990-,299990,300000",
        "bytes=-10,299990,300000",
        "bytes=0-999999,0,300000"
    })
    void givesOutAPart(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> response = send(at("large.jar").header("Range", range));

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(large(), from, to));
        assertThat(header(response, "Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/300000");
    }

    @Test
    void saysHowLongAFileIsThatLacksThePart() throws Exception {
        HttpResponse<byte[]> response = send(at("large.jar").header("Range", "bytes=300000-"));

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes */300000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=-", "bytes=0-1,4-5", "lines=1-2", "bytes=99999999999999999999-"})
    void givesOutTheWholeWhereAPartIsNotUnderstood(String range) throws Exception {
        assertThat(send(at("large.jar").header("Range", range)).statusCode()).isEqualTo(200);
    }

    @Test
    void givesOutTheWholeWhenThePartWouldBeOfAnotherFile() throws Exception {
        HttpRequest.Builder request = at("large.jar").header("Range", "bytes=0-9");

        assertThat(send(request.copy().header("If-Range", "\"gone\"")).statusCode())
                .isEqualTo(200);
        assertThat(send(request.header("If-Range", header(send(at("large.jar")), "ETag")))
                        .statusCode())
                .isEqualTo(206);
    }

    @Test
    void compressesTextForWhoCanReadIt() throws Exception {
        HttpResponse<byte[]> response = send(at("metadata/timestamp.json").header("Accept-Encoding", "br, gzip;q=0.5"));

        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.body()).hasSizeLessThan(TIMESTAMP.length() / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(TIMESTAMP.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(send(at("metadata/timestamp.json")
                                .header("Accept-Encoding", "gzip")
                                .header("If-None-Match", header(response, "ETag")))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"large.jar,gzip", "metadata/timestamp.json,gzip;q=0", "metadata/timestamp.json,br", "index.html,gzip"})
    void compressesNothingElse(String path, String accepted) throws Exception {
        assertThat(header(send(at(path).header("Accept-Encoding", accepted)), "Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"large.jar,300000", "empty.txt,0"})
    void describesAFileWithoutSendingIt(String path, String length) throws Exception {
        HttpResponse<byte[]> response = send(at(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Length")).isEqualTo(length);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void describesACompressedFileWithoutSendingIt() throws Exception {
        HttpResponse<byte[]> response = send(at("metadata/timestamp.json")
                .header("Accept-Encoding", "gzip")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void changesNothing(String method) throws Exception {
        HttpResponse<byte[]> response =
                send(at("large.jar").method(method, HttpRequest.BodyPublishers.ofString("nothing")));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void lettsNobodyRememberThatAFileWasMissing() throws Exception {
        HttpResponse<byte[]> response = send(at("metadata/2.root.json"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(send(at("metadata/2.root.json").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/metadata/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/metadata/..%5c..%5csecret.txt",
                "//secret.txt",
                "/metadata//timestamp.json",
                "/metadata",
                "/metadata/",
                "/metadata/.lock",
                "/link.txt",
                "/large.jar%00.txt",
                "/nothing"
            })
    void givesOutNothingElse(String path) throws Exception {
        Files.createSymbolicLink(folder.resolve("repository/link.txt"), folder.resolve("secret.txt"));

        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("secret");
    }

    private String raw(String request) throws IOException {
        URI url = server.url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersWithoutTheDelayOfTcp() throws Exception {
        send(at("metadata/timestamp.json"));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            send(at("metadata/timestamp.json"));
            best = Math.min(best, System.nanoTime() - begun);
        }

        assertThat(best).as("nanoseconds").isLessThan(30_000_000);
    }

    @Test
    void isFoundOnLoopbackAlone() {
        assertThat(server.url().getHost()).isEqualTo("localhost");
    }

    @Test
    void servesTheWholeMachineWhenItIsTold() throws IOException {
        InetSocketAddress everywhere = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0);
        try (RepositoryServer open = RepositoryServer.start(folder, everywhere)) {
            assertThat(open.url().getPort()).isPositive();
        }
    }
}
