package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Arrival;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each refusal must come within the limits, which the time limit of a test is far beyond. */
@Timeout(30)
class FetcherTest {

    private static final byte[] XML = "<repository/>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JAR = new byte[50_000];

    private final RawServer server = new RawServer();
    private final Fetcher patient = new Fetcher(new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1, 100_000));
    private final Fetcher hasty =
            new Fetcher(new Limits(Duration.ofMillis(700), Duration.ofMillis(700), 10_000, 100_000));
    private final Path root;
    private final Store store;
    private final Content content = Samples.content(JAR);

    FetcherTest(@TempDir Path home) {
        root = home.resolve("store");
        store = new Store(root);
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        server.close();
        patient.close();
        hasty.close();
        TestFramework.await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("dovetail-fetch-watchdog")));
    }

    private RepositoryException indexRefused(Fetcher fetcher) {
        return catchThrowableOfType(RepositoryException.class, () -> fetcher.index(server.url()));
    }

    private RepositoryException bundleRefused(Fetcher fetcher, RawServer.Answer answer) throws IOException {
        URI url = server.at("/a.jar", answer).url().resolve("a.jar");
        RepositoryException refusal =
                catchThrowableOfType(RepositoryException.class, () -> bring(fetcher, url, n -> {}));
        assertThat(refusal).hasMessageContaining(url.toString());
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
        return refusal;
    }

    /** Of what broke off nothing is kept here. */
    private void bring(Fetcher fetcher, URI url, LongConsumer progress) throws Exception {
        try (Arrival arrival = store.arrive(content)) {
            arrival.discard();
            fetcher.bundle(url, arrival, progress);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void readsThePackedIndexOfAFolder() throws Exception {
        server.at("/index.xml.gz", RawServer.ok(gzip(XML)));
        FetchedIndex index = patient.index(server.url());
        assertThat(index.bytes()).isEqualTo(XML);
        assertThat(index.url()).isEqualTo(server.url().resolve("index.xml.gz"));
        assertThat(server.requests()).containsExactly("/index.xml.gz");
    }

    @Test
    void readsThePlainIndexWhereThereIsNoPackedOne() throws Exception {
        server.at("/index.xml", RawServer.ok(XML));
        FetchedIndex index = patient.index(server.url());
        assertThat(index.bytes()).isEqualTo(XML);
        assertThat(index.url()).isEqualTo(server.url().resolve("index.xml"));
        assertThat(server.requests()).containsExactly("/index.xml.gz", "/index.xml");
    }

    @Test
    void readsTheVeryFileThatIsNamed() throws Exception {
        server.at("/other.xml", RawServer.ok(XML));
        assertThat(patient.index(server.url().resolve("other.xml")).bytes()).isEqualTo(XML);
        assertThat(server.requests()).containsExactly("/other.xml");
    }

    @Test
    void aFolderWithoutAnIndexIsNoRepository() {
        RepositoryException refusal = indexRefused(patient);
        assertThat(refusal.code()).isEqualTo("DT-FETCH-003");
        assertThat(refusal).hasMessage("Expected status 200, found 404 at " + server.url() + "index.xml");
    }

    @Test
    void aServerErrorIsNoReasonToLookElsewhere() {
        server.at("/index.xml.gz", RawServer.status(500, "Internal Server Error", ""))
                .at("/index.xml", RawServer.ok(XML));
        RepositoryException refusal = indexRefused(patient);
        assertThat(refusal.code()).isEqualTo("DT-FETCH-003");
        assertThat(refusal).hasMessageContaining("found 500");
        assertThat(server.requests()).containsExactly("/index.xml.gz");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        server.at("/elsewhere", RawServer.ok(JAR));
        RepositoryException refusal =
                bundleRefused(patient, RawServer.status(301, "Moved Permanently", "Location: /elsewhere\r\n"));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-003");
        assertThat(refusal).hasMessageContaining("found 301");
        assertThat(refusal.hint()).contains("Redirects are not followed");
        assertThat(server.requests()).containsExactly("/a.jar");
    }

    @Test
    void putsABundleIntoTheStoreAndTellsHowFarItIs() throws Exception {
        List<Long> progress = new ArrayList<>();
        server.at("/a.jar", RawServer.ok(JAR));
        bring(patient, server.url().resolve("a.jar"), progress::add);
        assertThat(store.open(content)).hasBinaryContent(JAR);
        assertThat(progress).isSorted().endsWith((long) JAR.length);
    }

    @Test
    void whereNobodyListensNothingAnswers() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI url = URI.create("http://127.0.0.1:" + port + "/");
        RepositoryException refusal = catchThrowableOfType(RepositoryException.class, () -> patient.index(url));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-001");
        assertThat(refusal).hasMessage("Nothing answers at " + url + "index.xml.gz");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        RepositoryException refusal = bundleRefused(hasty, RawServer.silence());
        assertThat(refusal.code()).isEqualTo("DT-FETCH-002");
        assertThat(refusal).hasMessageContaining("No answer within 700 ms");
    }

    @Test
    void aServerThatStallsBehindTheHeadersIsGivenUp() throws Exception {
        RepositoryException refusal = bundleRefused(hasty, RawServer.declaring(JAR.length, RawServer.silence()));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-004");
        assertThat(refusal).hasMessageContaining("no byte arrived for 700 ms");
    }

    @Test
    void aServerThatStallsMidwayIsGivenUp() throws Exception {
        RepositoryException refusal = bundleRefused(hasty, RawServer.declaring(JAR.length, out -> {
            out.write(JAR, 0, 40_000);
            out.flush();
            Thread.sleep(600_000);
        }));
        assertThat(refusal).hasMessageContaining("no byte arrived for 700 ms");
    }

    @Test
    void aServerThatDripsIsGivenUp() throws Exception {
        RepositoryException refusal = bundleRefused(hasty, RawServer.declaring(JAR.length, FetcherTest::drip));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-004");
        assertThat(refusal).hasMessageContaining("it came slower than 10000 bytes a second");
    }

    @Test
    void anIndexThatDripsIsGivenUpAsSoon() {
        server.at("/index.xml.gz", RawServer.declaring(90_000, FetcherTest::drip));
        assertThat(indexRefused(hasty)).hasMessageContaining("it came slower than 10000 bytes a second");
    }

    private static void drip(java.io.OutputStream out) throws IOException, InterruptedException {
        while (true) {
            out.write(0);
            out.flush();
            Thread.sleep(50);
        }
    }

    @Test
    void moreBytesThanTheIndexSaysAreRefused() throws Exception {
        assertThat(bundleRefused(patient, RawServer.ok(Arrays.copyOf(JAR, JAR.length + 1)))
                        .code())
                .isEqualTo("DT-FETCH-005");
    }

    @Test
    void fewerBytesThanTheIndexSaysAreRefused() throws Exception {
        assertThat(bundleRefused(patient, RawServer.ok(Arrays.copyOf(JAR, 100))).code())
                .isEqualTo("DT-FETCH-006");
    }

    @Test
    void otherBytesThanTheIndexSaysAreRefused() throws Exception {
        byte[] other = JAR.clone();
        other[777] = 1;
        assertThat(bundleRefused(patient, RawServer.ok(other)).code()).isEqualTo("DT-FETCH-007");
    }

    @Test
    void whatIsSentBeyondTheDeclaredLengthIsNotRead() throws Exception {
        server.at("/a.jar", RawServer.declaring(JAR.length, out -> {
            out.write(JAR);
            out.write("and something else".getBytes(StandardCharsets.UTF_8));
        }));
        bring(patient, server.url().resolve("a.jar"), n -> {});
        assertThat(store.contains(content)).isTrue();
    }

    @Test
    void aConnectionThatIsCutIsABrokenDownload() throws Exception {
        RepositoryException refusal =
                bundleRefused(patient, RawServer.declaring(JAR.length, out -> out.write(JAR, 0, 100)));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-004");
        assertThat(refusal).hasMessageStartingWith("The download broke off: ");
    }

    @Test
    void whatIsNoHttpIsABrokenDownload() throws Exception {
        RepositoryException refusal =
                bundleRefused(patient, out -> out.write("SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(refusal.code()).isEqualTo("DT-FETCH-004");
    }

    @Test
    void anEndlessBundleEndsOneByteBehindItsSize() throws Exception {
        assertThat(bundleRefused(patient, RawServer.declaring(Long.MAX_VALUE, FetcherTest::pour))
                        .code())
                .isEqualTo("DT-FETCH-005");
    }

    @Test
    void anEndlessIndexEndsAtTheLimit() {
        server.at("/index.xml", RawServer.declaring(Long.MAX_VALUE, FetcherTest::pour));
        RepositoryException refusal = indexRefused(patient);
        assertThat(refusal.code()).isEqualTo("DT-FETCH-009");
        assertThat(refusal).hasMessageContaining("at most 100000 bytes");
    }

    private static void pour(java.io.OutputStream out) throws IOException {
        while (true) {
            out.write(JAR);
        }
    }

    @Test
    void whatIsNoGzipIsNoPackedIndex() {
        server.at("/index.xml.gz", RawServer.ok(XML));
        RepositoryException refusal = indexRefused(patient);
        assertThat(refusal.code()).isEqualTo("DT-FETCH-011");
        assertThat(refusal).hasMessageContaining("Expected a gzip file").hasMessageContaining("index.xml.gz");
    }

    @Test
    void aPackedIndexThatIsCutShortIsRefused() throws Exception {
        byte[] packed = gzip(XML);
        server.at("/index.xml.gz", RawServer.ok(Arrays.copyOf(packed, packed.length - 9)));
        assertThat(indexRefused(patient).code()).isEqualTo("DT-FETCH-011");
    }

    @Test
    void aGzipBombEndsAtTheLimit() throws Exception {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb).hasSizeLessThan(100_000);
        server.at("/index.xml.gz", RawServer.ok(bomb));
        assertThat(indexRefused(patient).code()).isEqualTo("DT-FETCH-009");
    }

    @Test
    void aGzipFileThatGoesOnForEverWithoutAByteInItEndsAtTheLimit() throws Exception {
        byte[] nothing = gzip(new byte[0]);
        server.at("/index.xml.gz", RawServer.declaring(Long.MAX_VALUE, out -> {
            while (true) {
                out.write(nothing);
            }
        }));
        assertThat(indexRefused(patient).code()).isEqualTo("DT-FETCH-009");
    }

    @Test
    void anInterruptEndsTheWaitForAnAnswer() throws Exception {
        server.at("/index.xml.gz", RawServer.silence());
        CompletableFuture<RepositoryException> refusal = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            refusal.complete(indexRefused(patient));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        waiting.start();
        TestFramework.await(() -> !server.requests().isEmpty());
        waiting.interrupt();
        waiting.join();
        assertThat(refusal.get().code()).isEqualTo("DT-FETCH-008");
    }

    @Test
    void takesNoNewWorkOnceItIsClosed() {
        server.at("/index.xml.gz", RawServer.ok(XML));
        patient.close();
        RepositoryException refusal = indexRefused(patient);
        assertThat(refusal.code()).isEqualTo("DT-FETCH-008");
        assertThat(refusal).hasMessageContaining("closing");
    }

    @Test
    void whatIsUnderWayWhenItIsClosedStillIsWatched() throws Exception {
        CompletableFuture<RepositoryException> refusal = new CompletableFuture<>();
        RawServer.Answer stalling = RawServer.declaring(JAR.length, RawServer.silence());
        Thread waiting = new Thread(() -> {
            try {
                refusal.complete(bundleRefused(hasty, stalling));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        waiting.start();
        TestFramework.await(() -> !server.requests().isEmpty());
        Thread.sleep(100);
        hasty.close();
        waiting.join();
        assertThat(refusal.get().code()).isIn("DT-FETCH-004", "DT-FETCH-008");
    }
}
