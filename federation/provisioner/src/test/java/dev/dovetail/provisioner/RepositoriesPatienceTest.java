package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.fetch.Backoff;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.Rest;
import dev.dovetail.provisioner.fetch.Retries;
import dev.dovetail.provisioner.fetch.Retry;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that answer, hang, drip and refuse, asked at one time. No request may take longer than its own limits. */
@Timeout(30)
class RepositoriesPatienceTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final SampleRepository charts = new SampleRepository();
    private final SampleRepository tables = new SampleRepository();
    private final RawServer broken = new RawServer();
    private final Fetcher fetcher = new Fetcher(new Limits(LONG, LONG, 1, 1_000_000));
    private final SignedFetcher signed = new SignedFetcher(Limits.USUAL);
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Path home;
    private boolean longRest;
    private Runnable meanwhile = () -> {};

    RepositoriesPatienceTest(@TempDir Path home) {
        this.home = home;
        charts.publish(SampleBundle.named("team.charts", "1.0.0").feature("charts", "Charts"));
        tables.publish(SampleBundle.named("team.tables", "1.0.0").feature("tables", "Tables"));
    }

    @AfterEach
    void stop() {
        charts.close();
        tables.close();
        broken.close();
        fetcher.close();
        signed.close();
    }

    /** Not as long as that, but as long as it takes to be ended. */
    private void rest(Duration pause, Cancellation wish) throws InterruptedException {
        pauses.add(pause);
        meanwhile.run();
        Rest.REAL.take(longRest ? LONG : Duration.ofMillis(1), wish);
    }

    private Repositories repositories(Duration deadline) {
        return new Repositories(
                home,
                signed,
                () -> fetcher,
                new IndexReader(),
                Clock.systemUTC(),
                new Patience(deadline, Duration.ofMillis(300)),
                new Retry(new Backoff(Retries.USUAL, new Random(1), Clock.systemUTC()), this::rest));
    }

    private static Profile profile(URI... urls) {
        return new Profile(
                Stream.of(urls).<Repository>map(Repository.Unsigned::new).toList());
    }

    private static List<String> offered(Known known) {
        return known.catalog().features().stream().map(feature -> feature.id()).toList();
    }

    private static Map<URI, State> states(Known known) {
        return known.repositories().stream().collect(Collectors.toMap(RepositoryStatus::url, RepositoryStatus::state));
    }

    private static RawServer.Answer drip() {
        return RawServer.declaring(1000, (OutputStream out) -> {
            for (int i = 0; i < 1000; i++) {
                out.write('<');
                out.flush();
                Thread.sleep(20);
            }
        });
    }

    @Test
    void whoeverAnswersIsKnownWhileTheOthersAreStillAsked() throws Exception {
        broken.at("/hang/index.xml.gz", RawServer.silence()).at("/drip/index.xml.gz", drip());
        URI hanging = broken.url().resolve("hang/");
        URI dripping = broken.url().resolve("drip/");
        Map<URI, Gathering> heard = new ConcurrentHashMap<>();
        Checking checking = repositories(LONG)
                .begin(
                        profile(hanging, charts.url(), dripping, tables.url()),
                        (repository, found) -> heard.put(repository.url(), found));
        assertThat(checking.found(new Repository.Unsigned(charts.url())).connected())
                .isTrue();
        assertThat(checking.found(new Repository.Unsigned(tables.url())).connected())
                .isTrue();
        assertThat(heard.keySet()).containsExactlyInAnyOrder(charts.url(), tables.url());
        assertThat(checking.open()).hasSize(2);
        checking.cancel();
        checking.ended().get(5, TimeUnit.SECONDS);
        assertThat(heard).hasSize(4);
    }

    @Test
    void eachHasADeadlineWhateverItDoes() throws Exception {
        broken.at("/hang/index.xml.gz", RawServer.silence()).at("/drip/index.xml.gz", drip());
        URI hanging = broken.url().resolve("hang/");
        URI dripping = broken.url().resolve("drip/");
        Known known = repositories(Duration.ofSeconds(1)).check(profile(hanging, dripping, charts.url()));
        assertThat(offered(known)).containsExactly("charts");
        assertThat(states(known))
                .containsEntry(hanging, State.AWAY)
                .containsEntry(dripping, State.AWAY)
                .containsEntry(charts.url(), State.CONNECTED);
        assertThat(known.problems()).allMatch(problem -> problem.detail().startsWith("DT-FETCH-023"));
    }

    @Test
    void oneThatIsKnownIsNotWaitedForMuchLongerThanTheOthersAndItsLastOfferIsUsed() throws Exception {
        Profile profile = profile(charts.url(), tables.url());
        Repositories repositories = repositories(LONG);
        assertThat(offered(repositories.check(profile))).containsExactly("charts", "tables");
        charts.answerIndex(RawServer.silence());
        Known known =
                CompletableFuture.supplyAsync(() -> repositories.check(profile)).get(10, TimeUnit.SECONDS);
        assertThat(offered(known)).containsExactly("charts", "tables");
        assertThat(states(known)).containsEntry(charts.url(), State.AWAY).containsEntry(tables.url(), State.CONNECTED);
    }

    @Test
    void aCheckThatIsGivenUpEndsAtOnce() throws Exception {
        broken.at("/index.xml.gz", RawServer.silence());
        Cancellation wish = new Cancellation();
        CompletableFuture<RefusedException> refused = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                RefusedException.class, () -> repositories(LONG).check(profile(broken.url()), wish)));
        while (broken.requests().isEmpty()) {
            Thread.sleep(10);
        }
        wish.cancel();
        assertThat(refused.get(5, TimeUnit.SECONDS).code()).isEqualTo("DT-FETCH-022");
    }

    @Test
    void whereTheNetworkFailsAnIndexIsAskedForOnceMore() {
        charts.answerIndex(RawServer.declaring(1000, out -> {}));
        meanwhile =
                () -> charts.publish(SampleBundle.named("team.charts", "1.0.0").feature("charts", "Charts"));
        assertThat(states(repositories(LONG).check(profile(charts.url()))))
                .containsEntry(charts.url(), State.CONNECTED);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void oneThatStaysAwayIsAskedAsOftenAsABundleIs() {
        charts.answerIndex(RawServer.declaring(1000, out -> {}));
        assertThat(states(repositories(LONG).check(profile(charts.url())))).containsEntry(charts.url(), State.AWAY);
        assertThat(pauses).hasSize(Retries.USUAL.again());
    }

    @Test
    void anotherAnswerThanAFaultOfTheNetworkIsFinal() {
        broken.at("/index.xml.gz", RawServer.status(403, "Forbidden", ""));
        assertThat(states(repositories(LONG).check(profile(broken.url())))).containsValue(State.AWAY);
        assertThat(pauses).isEmpty();
    }

    @Test
    void oneThatIsKnownIsNotWaitedForMuchLongerOnceItHasFailed() throws Exception {
        Profile profile = profile(charts.url());
        Repositories repositories = repositories(LONG);
        assertThat(offered(repositories.check(profile))).containsExactly("charts");
        longRest = true;
        charts.answerIndex(RawServer.status(503, "Service Unavailable", ""));
        Known known =
                CompletableFuture.supplyAsync(() -> repositories.check(profile)).get(5, TimeUnit.SECONDS);
        assertThat(offered(known)).containsExactly("charts");
        assertThat(known.problems().get(0).detail()).startsWith("DT-FETCH-003");
    }

    @Test
    void theDeadlineEndsPausesToo() throws Exception {
        longRest = true;
        broken.at("/index.xml.gz", RawServer.status(503, "Service Unavailable", ""));
        Known known = CompletableFuture.supplyAsync(
                        () -> repositories(Duration.ofMillis(500)).check(profile(broken.url())))
                .get(5, TimeUnit.SECONDS);
        assertThat(states(known)).containsValue(State.AWAY);
    }

    @Test
    void whoeverAsksAgainWaitsUntilTheFirstWasGivenUp() throws Exception {
        broken.at("/index.xml.gz", RawServer.silence());
        Repositories repositories = repositories(LONG);
        Profile profile = profile(broken.url());
        Checking first = repositories.begin(profile, (repository, found) -> {});
        while (broken.requests().isEmpty()) {
            Thread.sleep(10);
        }
        Checking second = repositories.begin(profile, (repository, found) -> {});
        first.cancel();
        first.ended().get(5, TimeUnit.SECONDS);
        second.cancel();
        second.ended().get(5, TimeUnit.SECONDS);
        assertThat(second.open()).isEmpty();
    }
}
