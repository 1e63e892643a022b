package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import dev.dovetail.provisioner.store.IndexCache;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RepositoriesTest {

    private final SampleRepository charts = new SampleRepository();
    private final SampleRepository tables = new SampleRepository();
    private final Fetcher fetcher = new Fetcher(Limits.USUAL);
    private final SignedFetcher signed = new SignedFetcher(Limits.USUAL);
    private final Path home;
    private final IndexCache cache;
    private final Repositories repositories;
    private final Profile profile =
            new Profile(List.of(new Repository.Unsigned(charts.url()), new Repository.Unsigned(tables.url())));

    RepositoriesTest(@TempDir Path home) {
        this.home = home;
        charts.publish(SampleBundle.named("team.charts", "1.0.0").feature("charts", "Charts"));
        tables.publish(SampleBundle.named("team.tables", "1.0.0").feature("tables", "Tables"));
        cache = new IndexCache(home.resolve("repositories"));
        repositories = repositories(() -> fetcher);
    }

    private Repositories repositories(Supplier<Fetcher> network) {
        return new Repositories(home.resolve("repositories"), signed, network, new IndexReader(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        fetcher.close();
        signed.close();
        charts.close();
        tables.close();
    }

    private static List<String> offered(Known known) {
        return known.catalog().features().stream().map(feature -> feature.id()).toList();
    }

    @Test
    void allRepositoriesAreOneCatalog() {
        Known known = repositories.check(profile);
        assertThat(offered(known)).containsExactly("charts", "tables");
        assertThat(known.problems()).isEmpty();
        assertThat(known.repositories()).extracting(RepositoryStatus::url).containsExactly(charts.url(), tables.url());
    }

    @Test
    void oneThatDoesNotAnswerTakesNothingFromTheOthers() {
        charts.close();
        Known known = repositories.check(profile);
        assertThat(offered(known)).containsExactly("tables");
        assertThat(known.problems()).singleElement().satisfies(status -> {
            assertThat(status.url()).isEqualTo(charts.url());
            assertThat(status.detail()).startsWith("DT-FETCH-001");
        });
    }

    @Test
    void whatWasLastOfferedIsRemembered() {
        repositories.check(profile);
        charts.close();
        tables.answerIndex(RawServer.ok("no gzip".getBytes(StandardCharsets.UTF_8)));
        assertThat(offered(repositories.check(profile))).containsExactly("charts", "tables");
        assertThat(offered(repositories.last(profile))).containsExactly("charts", "tables");
    }

    @Test
    void rememberingAsksNobody() {
        Repositories unplugged = repositories(() -> {
            throw new AssertionError("the network was asked for");
        });
        Known known = unplugged.last(profile);
        assertThat(offered(known)).isEmpty();
        assertThat(known.repositories()).extracting(RepositoryStatus::state).containsOnly(State.UNASKED);
        repositories.check(profile);
        assertThat(unplugged.last(profile).problems()).isEmpty();
    }

    @Test
    void aKeptIndexThatIsDamagedIsAsGoodAsNone() throws Exception {
        repositories.check(profile);
        cache.keep(charts.url(), charts.url(), "<repo".getBytes(StandardCharsets.UTF_8));
        assertThat(offered(repositories.last(profile))).containsExactly("tables");
    }

    @Test
    void anIndexThatCannotBeKeptIsAProblem() throws Exception {
        Files.writeString(home.resolve("repositories"), "a file where the directory should be");
        assertThat(repositories.check(profile).problems())
                .extracting(RepositoryStatus::detail)
                .allMatch(problem -> problem.startsWith("DT-HOME-008"));
    }
}
