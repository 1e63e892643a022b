package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One team's repository lies, breaks or falls silent, while the other team's feature is installed. */
@ParameterizedClass
@MethodSource("dev.dovetail.it.endtoend.Java#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileRepositoryIT {

    private static final String JAR = ".team.charts.feature-1.0.0.jar";
    private static final String INDEX = ".index-charts.xml.gz";
    private static final byte[] PAGE = "<html><body>It works!</body></html>".getBytes(StandardCharsets.UTF_8);
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    /** The product waits ten seconds for an answer, and as long for a byte. */
    private static final Duration PATIENT = Duration.ofSeconds(45);

    @Parameter
    private Java java = Java.running();

    private final List<TeamServer> servers = new ArrayList<>();
    private Site charts = new Site(Path.of(""), Path.of(""));
    private Path prepared = Path.of("");

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void installTheOtherTeamsFeature(@TempDir Path shared) throws Exception {
        prepared = shared.resolve("prepared");
        charts = Site.charts(shared.resolve("charts"));
        TeamServer explorer = server(Site.explorer(shared.resolve("explorer")));
        new Product(java, prepared)
                .run("install", "explorer", "--repository", explorer.trusted())
                .well();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        servers.forEach(TeamServer::close);
        servers.clear();
    }

    private TeamServer server(Site site) throws Exception {
        TeamServer server = new TeamServer(site);
        servers.add(server);
        return server;
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("a flipped byte", Trouble.bytes(Trouble::flipped), "DT-FETCH-007", "SHA-256"),
                lie("a truncated jar", Trouble.bytes(Trouble::shorter), "DT-FETCH-006", "found only"),
                lie("a longer jar", Trouble.bytes(Trouble::longer), "DT-FETCH-005", "there are more"),
                lie("a jar cut off", Trouble.hangUp(), "DT-FETCH-004", "broke off"),
                lie("no jar", Trouble.status(404), "DT-FETCH-003", "found 404"),
                lie("a failing server", Trouble.status(500), "DT-FETCH-003", "found 500"));
    }

    private static Arguments lie(String name, Trouble trouble, String... words) {
        return arguments(name, trouble, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void a_jar_that_is_not_what_was_signed_is_refused(
            String name, Trouble trouble, String[] words, @TempDir Path folder) throws Exception {
        Attempt attempt = attempt(folder);
        attempt.charts.turn(Trouble.at(JAR, trouble));
        attempt.install().refused(words).refused("code: " + words[0], "hint: ", attempt.charts.url());
        attempt.assertNothingChanged(AT_ONCE);
    }

    static Stream<Arguments> indexes() {
        return Stream.of(
                lie("a flipped byte", Trouble.bytes(Trouble::flipped), "DT-TRUST-008", "signed digest"),
                lie("a truncated index", Trouble.bytes(Trouble::shorter), "DT-TRUST-008", "bytes with the signed"),
                lie("a longer index", Trouble.bytes(Trouble::longer), "DT-TRUST-008", "bytes with the signed"),
                lie("an index cut off", Trouble.hangUp(), "DT-FETCH-004", "broke off"),
                lie("no index", Trouble.status(404), "DT-FETCH-003", "found 404"),
                lie("a failing server", Trouble.status(503), "DT-FETCH-003", "found 503"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indexes")
    void an_index_that_is_not_what_was_signed_is_refused_whole(
            String name, Trouble trouble, String[] words, @TempDir Path folder) throws Exception {
        Attempt attempt = attempt(folder);
        attempt.charts.turn(Trouble.at(INDEX, trouble));
        attempt.install().refused(words).refused("code: DT-RESOLVE-001", "\"charts\"", attempt.charts.url());
        attempt.assertNothingChanged(AT_ONCE);
    }

    static Stream<Arguments> metadata() {
        return Stream.of(
                metadata("another root", "1.root.json", Trouble.bytes(Trouble::longer), "DT-TRUST-007", "fingerprint"),
                metadata("no root", "1.root.json", Trouble.status(404), "DT-FETCH-015", "1.root.json"),
                metadata("another team's names", "charts.json", Trouble.bytes(Trouble::flipped), "DT-TRUST-00"),
                metadata("a flipped signature", "targets.json", Trouble.bytes(Trouble::flippedTail), "DT-TRUST-00"),
                metadata("no timestamp", "timestamp.json", Trouble.status(404), "DT-FETCH-014", "timestamp.json"),
                metadata("a page", "timestamp.json", Trouble.bytes(b -> PAGE), "DT-TRUST-001"),
                metadata("no end", "timestamp.json", Trouble.bytes(b -> new byte[1 << 20]), "DT-FETCH-013", "16384"),
                metadata("a failing server", "snapshot.json", Trouble.status(500), "DT-FETCH-003", "found 500"));
    }

    private static Arguments metadata(String name, String file, Trouble trouble, String... words) {
        return arguments(name, file, trouble, words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("metadata")
    void metadata_that_are_not_what_was_signed_are_believed_by_nobody(
            String name, String file, Trouble trouble, String[] words, @TempDir Path folder) throws Exception {
        Attempt attempt = attempt(folder);
        attempt.charts.turn(Trouble.at(file, trouble));
        attempt.install().refused(words);
        attempt.assertNothingChanged(AT_ONCE);
        assertThat(attempt.charts.jarRequests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({JAR + ", DT-FETCH-003", INDEX + ", DT-FETCH-012", "timestamp.json, DT-FETCH-012"})
    void a_redirect_is_not_followed(String path, String code, @TempDir Path folder) throws Exception {
        Attempt attempt = attempt(folder);
        TeamServer elsewhere = server(charts);
        attempt.charts.turn(
                (exchange, asked, bytes) -> Trouble.at(path, Trouble.redirect(elsewhere.url() + asked.substring(1)))
                        .answer(exchange, asked, bytes));
        attempt.install().refused(code, "302");
        attempt.assertNothingChanged(AT_ONCE);
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    void silence_is_given_up(@TempDir Path first, @TempDir Path second, @TempDir Path third) throws Exception {
        Attempt index = attempt(first);
        Attempt answer = attempt(second);
        Attempt half = attempt(third);
        index.charts.turn(Trouble.at(INDEX, Trouble.silence()));
        answer.charts.turn(Trouble.at(JAR, Trouble.silence()));
        half.charts.turn(Trouble.at(JAR, Trouble.halfThenSilence()));
        List<Attempt> all = List.of(index, answer, half);
        for (Attempt attempt : all) {
            attempt.begin();
        }
        index.await().refused("DT-FETCH-023", "No complete answer in time", index.charts.url());
        answer.await().refused("DT-FETCH-002", "No answer within", answer.charts.url());
        half.await().refused("DT-FETCH-004", "no byte arrived", half.charts.url());
        for (Attempt attempt : all) {
            attempt.assertNothingChanged(PATIENT);
        }
    }

    private Attempt attempt(Path folder) throws Exception {
        Path home = folder.resolve("home");
        Folder.copy(prepared, home);
        return new Attempt(new Product(java, home), server(charts));
    }

    /** Installing the charts into a home that has the explorer. */
    private static final class Attempt {

        private final Product product;
        private final TeamServer charts;
        private final Map<String, Object> before;
        private final List<Path> jarsBefore;
        private List<Product.Started> started = List.of();
        private Duration took = Duration.ZERO;

        Attempt(Product product, TeamServer charts) throws Exception {
            this.product = product;
            this.charts = charts;
            this.before = product.status();
            this.jarsBefore = jars();
        }

        void begin() throws IOException {
            started = List.of(product.start(Map.of(), "install", "charts", "--repository", charts.trusted()));
        }

        Ended await() throws Exception {
            Ended ended = Product.end(started.get(0));
            took = ended.took();
            return ended;
        }

        Ended install() throws Exception {
            begin();
            return await();
        }

        private List<Path> jars() throws IOException {
            return Folder.files(product.home().resolve("store"), ".jar");
        }

        void assertNothingChanged(Duration limit) throws Exception {
            assertThat(took).isLessThan(limit);
            assertThat(product.status()).isEqualTo(before);
            assertThat(jars()).isEqualTo(jarsBefore);
            assertThat(Folder.files(product.home(), ".part")).isEmpty();
        }
    }
}
