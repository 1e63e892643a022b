package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.Progress;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.sample.RangeServer;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The names in brackets are those of the cases in {@code docs/module-federation-cases.md}. */
@Timeout(30)
class DownloadsTest {

    private static final int SIZE = 200_000;
    private static final int HALF = SIZE / 2;

    private final byte[] jar = bytes(1);
    private final RangeServer server = new RangeServer();
    private final Fetcher fetcher =
            new Fetcher(new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), 1000, 100_000));
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final Path root;
    private final Store store;
    private final Downloads downloads;

    DownloadsTest(@TempDir Path home) {
        root = home.resolve("store");
        store = new Store(root);
        downloads = downloads(store);
    }

    @AfterEach
    void stop() {
        server.close();
        fetcher.close();
    }

    private Downloads downloads(Store into) {
        return new Downloads(
                () -> fetcher,
                into,
                new Backoff(Retries.USUAL, new Random(1), Clock.systemUTC()),
                (pause, wish) -> pauses.add(pause),
                Clock.systemUTC());
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Wanted wanted(byte[] file, URI... sources) {
        return new Wanted(Samples.content(file), List.of(sources));
    }

    private void fetch(Wanted... wanted) throws ProvisioningException {
        downloads.fetch(List.of(wanted), new Cancellation(), progress::add);
    }

    private ProvisioningException refused(Wanted... wanted) {
        return catchThrowableOfType(ProvisioningException.class, () -> fetch(wanted));
    }

    private void assertThere(byte[] file) throws Exception {
        assertThat(store.open(Samples.content(file))).hasBinaryContent(file);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsThereIsAskedOfNobody() throws Exception {
        Samples.put(store, jar);
        fetch(wanted(jar, server.url().resolve("a.jar")));
        assertThat(server.requests()).isEmpty();
        assertThat(progress).isEmpty();
    }

    @Test
    void severalArriveAtOnceButNotTooManyFromOneServer() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        List<byte[]> jars = IntStream.range(0, 8).mapToObj(DownloadsTest::bytes).toList();
        RangeServer.Answer together = (exchange, file) -> {
            three.countDown();
            assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
            RangeServer.well(exchange, file);
        };
        server.then(together, together, together);
        Wanted[] wanted = IntStream.range(0, 8)
                .mapToObj(i -> wanted(jars.get(i), server.serve(i + ".jar", jars.get(i))))
                .toArray(Wanted[]::new);
        fetch(wanted);
        for (byte[] one : jars) {
            assertThere(one);
        }
        assertThat(server.most()).isEqualTo(3);
        assertThat(files()).hasSize(8);
    }

    /** [D1, E11] One attempt and so many more; each goes on where the last broke off. */
    @Test
    void whatBrokeOffIsGoneOnWithByARangeAndTheDigestIsOverTheWhole() throws Exception {
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.hangUpAfter(HALF));
        fetch(wanted(jar, url));
        assertThere(jar);
        assertThat(server.requests()).hasSize(2).first().isEqualTo("/a.jar");
        assertThat(server.requests().get(1)).matches("/a\\.jar bytes=[1-9][0-9]*-");
        assertThat(pauses).hasSize(1);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aServerThatIgnoresTheRangeStartsOver() throws Exception {
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.hangUpAfter(HALF), RangeServer::whole);
        fetch(wanted(jar, url));
        assertThere(jar);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aFileThatChangedMeanwhileStartsOver() throws Exception {
        byte[] other = bytes(2);
        URI url = server.serve("a.jar", jar);
        server.then((exchange, file) -> RangeServer.hangUpAfter(HALF).send(exchange, other));
        fetch(wanted(jar, url));
        assertThere(jar);
    }

    @Test
    void aRestThatDoesNotFitIsThrownAwayAndAllIsFetchedOnce() throws Exception {
        URI url = server.serve("a.jar", jar);
        byte[] other = bytes(2);
        server.then(RangeServer.hangUpAfter(HALF), (exchange, file) -> {
            int from = Integer.parseInt(
                    exchange.getRequestHeaders().getFirst("Range").replaceAll("[^0-9]", ""));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (SIZE - 1) + "/" + SIZE);
            exchange.sendResponseHeaders(206, SIZE - from);
            exchange.getResponseBody().write(other, from, SIZE - from);
        });
        fetch(wanted(jar, url));
        assertThere(jar);
        assertThat(server.requests()).hasSize(3).last().isEqualTo("/a.jar");
    }

    @Test
    void aRangeThatNobodyAskedForIsNotTaken() throws Exception {
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.hangUpAfter(HALF), (exchange, file) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-9/" + SIZE);
            exchange.sendResponseHeaders(206, 10);
            exchange.getResponseBody().write(file, 0, 10);
        });
        fetch(wanted(jar, url));
        assertThere(jar);
    }

    /** [E11] A process that ended halfway: the next one goes on. */
    @Test
    void whatAnEarlierProcessLeftIsGoneOnWith() throws Exception {
        URI url = server.serve("a.jar", jar);
        server.then(
                RangeServer.hangUpAfter(HALF),
                RangeServer.status(503),
                RangeServer.status(503),
                RangeServer.status(503));
        assertThat(refused(wanted(jar, url)).code()).isEqualTo("DT-FETCH-003");
        assertThat(files()).singleElement().satisfies(left -> assertThat(left.toString())
                .endsWith(".partial"));
        downloads(new Store(root)).fetch(List.of(wanted(jar, url)), new Cancellation(), progress::add);
        assertThere(jar);
        assertThat(server.requests()).last().asString().contains(" bytes=");
        assertThat(files()).hasSize(1);
    }

    /** [D7] When all attempts fail, the last failure is told; [D1] after one and three more. */
    @Test
    void aServerThatIsDownIsTriedThreeTimesMoreWithGrowingJitteredPauses() throws Exception {
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.status(500), RangeServer.status(502), RangeServer.status(429), RangeServer.status(503));
        ProvisioningException refusal = refused(wanted(jar, url));
        assertThat(refusal).hasMessageContaining("found 503");
        assertThat(server.requests()).hasSize(4);
        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(pauses.get(1)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(pauses.get(2)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(files()).isEmpty();
    }

    @Test
    void aServerThatAsksToBeLeftAloneForAWhileIs() throws Exception {
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.status(429, "Retry-After", "7"));
        fetch(wanted(jar, url));
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aServerThatAsksToBeLeftAloneForLongerThanAnybodyWaitsIsNotAskedAgain() {
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.status(503, "Retry-After", "3600"));
        assertThat(refused(wanted(jar, url)).code()).isEqualTo("DT-FETCH-003");
        assertThat(server.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    /** [C19, D8] Only the network is given another chance. */
    @Test
    void otherBytesAreReportedAtOnceAndNothingOfThemIsKept() throws Exception {
        URI url = server.serve("a.jar", bytes(2));
        assertThat(refused(wanted(jar, url)).code()).isEqualTo("DT-FETCH-007");
        assertThat(server.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsReportedAtOnce() {
        assertThat(refused(wanted(jar, server.url().resolve("none.jar")))).hasMessageContaining("found 404");
        assertThat(server.requests()).hasSize(1);
    }

    /** [D2] Mirrors in their order, without a pause between them. */
    @Test
    void whereTheNetworkFailsTheMirrorsAreAskedInOrder() throws Exception {
        URI dead = dead();
        try (RangeServer first = new RangeServer();
                RangeServer second = new RangeServer()) {
            first.then(RangeServer.status(503));
            fetch(wanted(jar, dead, first.serve("a.jar", jar), second.serve("a.jar", jar)));
            assertThere(jar);
            assertThat(first.requests()).hasSize(1);
            assertThat(second.requests()).hasSize(1);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void whatOneSourceBeganAnotherEnds() throws Exception {
        try (RangeServer mirror = new RangeServer()) {
            URI url = server.serve("a.jar", jar);
            server.then(RangeServer.hangUpAfter(HALF));
            fetch(wanted(jar, url, mirror.serve("a.jar", jar)));
            assertThere(jar);
            assertThat(mirror.requests()).singleElement().asString().contains(" bytes=");
        }
    }

    @Test
    void aMirrorThatIsBehindOrLiesIsNotAskedAgain() throws Exception {
        try (RangeServer behind = new RangeServer();
                RangeServer lying = new RangeServer()) {
            URI url = server.serve("a.jar", jar);
            server.then(RangeServer.status(503));
            fetch(wanted(jar, url, behind.url().resolve("a.jar"), lying.serve("a.jar", bytes(2))));
            assertThere(jar);
            assertThat(behind.requests()).hasSize(1);
            assertThat(lying.requests()).hasSize(1);
        }
    }

    @Test
    void theFirstThatFailsEndsTheOthersAndIsTheOneThatIsTold() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        byte[] slow = bytes(3);
        server.then((exchange, file) -> RangeServer.silentAfter(HALF, sent).send(exchange, slow));
        URI hanging = server.serve("slow.jar", slow);
        try (RangeServer other = new RangeServer()) {
            URI missing = other.serve("none.jar", jar);
            other.then((exchange, file) -> {
                assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
                RangeServer.status(410).send(exchange, file);
            });
            ProvisioningException refusal = refused(wanted(slow, hanging), wanted(jar, missing));
            assertThat(refusal).hasMessageContaining("found 410");
        }
    }

    /** [C28] What comes in after it was given up is not taken; at any moment, and nothing half-done stays. */
    @Test
    void whatIsGivenUpEndsAtOnceAndLeavesNothing() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.silentAfter(HALF, sent));
        Cancellation wish = new Cancellation();
        CompletableFuture<ProvisioningException> ended = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                ProvisioningException.class, () -> downloads.fetch(List.of(wanted(jar, url)), wish, progress::add)));
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        wish.cancel();
        assertThat(ended.get(5, TimeUnit.SECONDS).code()).isEqualTo("DT-FETCH-022");
        assertThat(files()).isEmpty();
        assertThat(store.contains(Samples.content(jar))).isFalse();
    }

    @Test
    void whatIsGivenUpWhileNobodyAnswersOrInAPauseEndsAtOnce() throws Exception {
        URI url = server.serve("a.jar", jar);
        CountDownLatch asked = new CountDownLatch(1);
        Cancellation wish = new Cancellation();
        server.then((exchange, file) -> {
            asked.countDown();
            new CountDownLatch(1).await();
        });
        CompletableFuture<ProvisioningException> ended = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                ProvisioningException.class, () -> downloads.fetch(List.of(wanted(jar, url)), wish, progress::add)));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        wish.cancel();
        assertThat(ended.get(5, TimeUnit.SECONDS).code()).isEqualTo("DT-FETCH-022");
        Cancellation already = new Cancellation();
        already.cancel();
        Rest.REAL.take(Duration.ofMinutes(5), already);
    }

    /** [E13] Bundles and bytes only grow, whatever starts over, and end with all of them. */
    @Test
    void progressNeverGoesBack() throws Exception {
        byte[] second = bytes(2);
        URI url = server.serve("a.jar", jar);
        server.then(RangeServer.hangUpAfter(HALF), RangeServer::whole);
        fetch(wanted(jar, url), wanted(second, server.serve("b.jar", second)));
        assertThat(progress).extracting(Progress::bytes).isSorted();
        assertThat(progress).extracting(Progress::bundles).isSorted();
        assertThat(progress).last().satisfies(last -> {
            assertThat(last.bundles()).isEqualTo(2);
            assertThat(last.bytes()).isEqualTo(2L * SIZE).isEqualTo(last.bytesTotal());
            assertThat(last.timeLeft()).isEmpty();
        });
    }

    /** [E4] The same file wanted twice is downloaded once. */
    @Test
    void oneFileIsDownloadedOnceHoweverOftenItIsWanted() throws Exception {
        URI url = server.serve("a.jar", jar);
        fetch(wanted(jar, url), wanted(jar, url));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aHomeThatCannotBeWrittenIsNotTheNetworksFault() throws Exception {
        Files.writeString(root, "a file where the directory should be");
        assertThat(refused(wanted(jar, server.serve("a.jar", jar))).code()).isEqualTo("DT-HOME-001");
        assertThat(server.requests()).isEmpty();
        assertThat(pauses).isEmpty();
    }

    private static URI dead() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/a.jar");
        }
    }
}
