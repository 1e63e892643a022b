package dev.dovetail.provisioner.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.sample.RawServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedFetcherTest {

    private final RawServer server = new RawServer();
    private final SignedFetcher fetcher =
            new SignedFetcher(new Limits(Duration.ofSeconds(2), Duration.ofMillis(200), 1024, 1024));

    @AfterEach
    void end() {
        fetcher.close();
        server.close();
    }

    @Test
    void aFileComesWithItsEntityTag() throws Exception {
        server.at(
                "/f",
                out -> out.write("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: 2\r\n\r\nhi".getBytes(UTF_8)));

        assertThat(fetcher.metadata(url("f"), 2, Optional.of("\"none\"")))
                .isInstanceOfSatisfying(Served.File.class, file -> {
                    assertThat(file.bytes()).isEqualTo("hi".getBytes(UTF_8));
                    assertThat(file.tag()).contains("\"one\"");
                });
    }

    @Test
    void anAnswerThatNothingChangedIsOnlyTakenWhereSomethingIsKnown() throws Exception {
        server.at("/f", RawServer.status(304, "Not Modified", ""));

        assertThat(fetcher.metadata(url("f"), 2, Optional.of("\"one\""))).isEqualTo(Served.Nothing.UNCHANGED);
        refused("DT-FETCH-003", () -> fetcher.metadata(url("f"), 2, Optional.empty()));
    }

    @Test
    void aFileWithoutEndIsCutOff() {
        server.at("/f", RawServer.declaring(Long.MAX_VALUE, out -> {
            while (true) {
                out.write(new byte[4096]);
            }
        }));

        refused("DT-FETCH-013", () -> fetcher.metadata(url("f"), 10_000));
    }

    @Test
    void aFileThatStallsOrDripsIsGivenUp() {
        server.at("/stall", RawServer.declaring(100, RawServer.silence()));
        server.at("/drip", RawServer.declaring(1_000_000, out -> {
            while (true) {
                out.write(1);
                out.flush();
                Thread.sleep(50);
            }
        }));

        refused("DT-FETCH-004", () -> fetcher.metadata(url("stall"), 1000));
        refused("DT-FETCH-004", () -> fetcher.metadata(url("drip"), 1_000_000));
    }

    @Test
    void aFileThatEndsEarlyIsNoFile() {
        server.at("/f", RawServer.declaring(100, out -> out.write(new byte[50])));

        refused("DT-FETCH-004", () -> fetcher.metadata(url("f"), 1000));
    }

    @Test
    void silenceAndNobodyAreToldApart() {
        server.at("/silence", RawServer.silence());

        refused("DT-FETCH-002", () -> fetcher.metadata(url("silence"), 10));
        server.close();
        refused("DT-FETCH-001", () -> fetcher.metadata(url("silence"), 10));
    }

    @Test
    void aTargetThatStallsIsGivenUpWhileItIsRead() throws Exception {
        server.at("/t", RawServer.declaring(100, RawServer.silence()));

        try (InputStream target = fetcher.target(url("t"))) {
            assertThatIOException()
                    .isThrownBy(target::readAllBytes)
                    .withMessageContaining("no byte arrived for 200 ms");
        }
    }

    @Test
    void aRedirectOverPlainHttpIsNotFollowed() {
        server.at("/f", RawServer.status(302, "Found", "Location: /g\r\n"));
        server.at("/g", RawServer.ok(new byte[] {1}));

        refused("DT-FETCH-012", () -> fetcher.metadata(url("f"), 10));
        refused("DT-FETCH-012", () -> fetcher.target(url("f")));
        assertThat(server.requests()).doesNotContain("/g");
    }

    /**
     * Java's client offers HTTP/2 in the first words of TLS, and about once in a thousand times it then loses the answer
     * that is no TLS, and waits for its time limit. Whoever fetches asks again, so this does too.
     */
    @Test
    void aServerThatSpeaksNoTlsIsToldFromOneThatIsSlow() throws Exception {
        Retry retry = new Retry(new Backoff(Retries.USUAL, new Random(1), Clock.systemUTC()), (pause, wish) -> {});
        // The first handshake of a process can take it longer than the servers of the other tests may take.
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SignedFetcher patient = new SignedFetcher(Limits.USUAL)) {
            URI url = URI.create("https://localhost:" + plain.getLocalPort() + "/f");
            new Thread(() -> answer(plain), "speaks no TLS").start();

            refused("DT-FETCH-017", () -> retry.run(() -> patient.metadata(url, 10), new Cancellation(), () -> {}));
        }
    }

    /** To whoever comes, until it is closed. */
    private static void answer(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket socket = plain.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
            } catch (IOException e) {
                // Nobody waits for an answer any more.
            }
        }
    }

    @Test
    void aFetcherThatIsClosedFetchesNothing() {
        server.at("/f", RawServer.ok(new byte[] {1}));
        fetcher.close();

        refused("DT-FETCH-008", () -> fetcher.metadata(url("f"), 10));
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() {
        server.at("/f", RawServer.silence());
        Thread.currentThread().interrupt();

        refused("DT-FETCH-008", () -> fetcher.metadata(url("f"), 10));
        assertThat(Thread.interrupted()).isTrue();
    }

    private URI url(String path) {
        return server.url().resolve(path);
    }

    private static void refused(String code, ThrowingCallable fetching) {
        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(fetching)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
