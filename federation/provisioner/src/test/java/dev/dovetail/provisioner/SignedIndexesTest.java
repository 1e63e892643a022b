package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.Retry;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SignedSample;
import dev.dovetail.provisioner.sample.SteppingClock;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.TargetFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index is signed by its team; that does not make true what it says. */
@Timeout(60)
class SignedIndexesTest {

    private final SampleBundle charts = SampleBundle.named("team.charts", "1.0.0");
    private final SampleBundle tables = SampleBundle.named("team.tables", "1.0.0");
    private final SignedSample sample =
            new SignedSample().team("charts", "team.charts").team("tables", "team.tables");
    private final SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);
    private final Path directory;

    SignedIndexesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        fetcher.close();
        sample.close();
    }

    private Known check() {
        return check(repositories(Clock.systemUTC()));
    }

    private SignedRepositories repositories(Clock clock) {
        return new SignedRepositories(fetcher, directory, new IndexReader(), clock);
    }

    private Known check(SignedRepositories repositories) {
        Gathering gathering = new Gathering();
        repositories.check(
                sample.trusted("teams", "team.*"), gathering, new Stamina(Retry.NEVER, new Cancellation(), () -> {}));
        return gathering.known(new Profile(List.of(sample.trusted("teams", "team.*"))));
    }

    private static List<String> offered(Known known) {
        return known.catalog().bundles().stream().map(Object::toString).toList();
    }

    /** Why the only entry that is refused is refused. */
    private String reason() {
        sample.publish();
        Known known = check();
        assertThat(offered(known)).isEmpty();
        assertThat(known.repositories().get(0).state()).isEqualTo(State.CONNECTED);
        assertThat(known.catalog().refused()).hasSize(1);
        RefusedEntry refused = known.catalog().refused().get(0);
        assertThat(refused.repository()).isEqualTo(sample.url());
        return refused.reason();
    }

    @Test
    void theIndexesOfAllTeamsAreOne() {
        sample.publish("charts", charts).publish("tables", tables);
        assertThat(offered(check())).containsExactlyInAnyOrder("team.charts 1.0.0", "team.tables 1.0.0");
    }

    @Test
    void aTeamThatPublishedNothingYetIsNoProblem() {
        sample.publish("charts", charts);
        Known known = check();
        assertThat(offered(known)).containsExactly("team.charts 1.0.0");
        assertThat(known.problems()).isEmpty();
    }

    @Test
    void theAddressAndTheSizeUnpackedAreThoseThatWereSigned() {
        sample.publish("charts", charts);
        IndexedBundle bundle = check().catalog().bundles().get(0);
        assertThat(bundle.url())
                .isEqualTo(sample.url()
                        .resolve("targets/bundles/team.charts/" + charts.sha256() + ".team.charts-1.0.0.jar"));
        assertThat(bundle.unpackedSize()).isEqualTo(4711);
    }

    @Test
    void aSizeUnpackedThatIsNoneIsAsGoodAsNone() {
        JsonObject custom = JsonObject.EMPTY.with("size-unpacked", Json.text("huge"));
        sample.sign("charts", charts);
        sample.signatures()
                .describeTarget(
                        "charts",
                        SignedSample.path(charts),
                        TargetFile.of(charts.jar().length, charts.sha256(), custom));
        sample.index("charts", charts).publish();
        assertThat(check().catalog().bundles().get(0).unpackedSize()).isEqualTo(IndexedBundle.UNKNOWN_SIZE);
    }

    @Test
    void anEntryWithoutASignedFileIsRefused() {
        sample.index("charts", charts);
        assertThat(reason()).startsWith("expected a signature for bundles/team.charts/team.charts-1.0.0.jar");
    }

    @Test
    void anEntryWithAnotherDigestThanWasSignedIsRefused() {
        sample.sign("charts", charts.header("X", "y")).index("charts", charts);
        assertThat(reason()).startsWith("expected the digest and size that are signed for bundles/team.charts/");
    }

    @Test
    void anEntryOfAnotherTeamsIsRefusedThoughThisTeamSignedIt() {
        sample.sign("charts", tables).index("charts", tables);
        assertThat(reason()).contains("found none of a team that may sign for it");
    }

    @Test
    void anEntryThatLeadsToAnotherFileIsRefused() {
        sample.sign("charts", charts);
        sample.index(
                "charts",
                List.of(charts.indexed(sample.url())
                        .at(sample.url().resolve("targets/bundles/team.charts/other.jar"), 0)));
        assertThat(reason())
                .isEqualTo("expected the file bundles/team.charts/team.charts-1.0.0.jar, found"
                        + " bundles/team.charts/other.jar");
    }

    @Test
    void anEntryThatLeadsToAnotherServerIsRefused() {
        sample.sign("charts", charts);
        sample.index(
                "charts",
                List.of(charts.indexed(sample.url())
                        .at(URI.create("https://elsewhere.example/" + SignedSample.path(charts)), 0)));
        assertThat(reason()).startsWith("expected an address on ").contains("https://elsewhere.example/");
    }

    @Test
    void oneTeamsIndexThatIsNoneTakesNothingFromTheOthers() {
        sample.index("charts", "no gzip".getBytes(StandardCharsets.UTF_8)).publish("tables", tables);
        Known known = check();
        assertThat(known.problems()).isEmpty();
        assertThat(known.catalog().bundles()).extracting(Object::toString).containsExactly("team.tables 1.0.0");
        assertThat(known.catalog().refused()).singleElement().satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("DT-FETCH-011");
            assertThat(refused.entry()).isEqualTo("index-charts.xml.gz");
        });
    }

    @Test
    void aRepositoryWithoutAnyIndexThatCanBeReadIsItsPublishersFault() {
        byte[] none = "no gzip".getBytes(StandardCharsets.UTF_8);
        sample.index("charts", none).index("tables", none).publish();
        Known known = check();
        assertThat(known.problems()).singleElement().satisfies(problem -> assertThat(problem.detail())
                .startsWith("DT-FETCH-011: The signed index index-charts.xml.gz"));
    }

    @Test
    void theSameMetadataVouchForWhatWasReadAlready() throws Exception {
        sample.publish("charts", charts);
        SignedRepositories repositories = repositories(Clock.systemUTC());
        check(repositories);
        loseIndexes();
        assertThat(sample.server().requests()).contains("metadata/timestamp.json");

        assertThat(offered(check(repositories))).containsExactly("team.charts 1.0.0");
        assertThat(sample.server().requests()).containsExactly("metadata/timestamp.json");
    }

    /** So that whoever reads them again has to ask for them. */
    private void loseIndexes() throws IOException {
        List<Path> indexes;
        try (Stream<Path> files = Files.walk(directory)) {
            indexes = files.filter(file -> file.toString().contains("index-")).toList();
        }
        assertThat(indexes).isNotEmpty();
        for (Path index : indexes) {
            Files.delete(index);
        }
    }

    @Test
    void newMetadataBringWhatIsNew() {
        sample.publish("charts", charts);
        SignedRepositories repositories = repositories(Clock.systemUTC());
        check(repositories);

        sample.publish("tables", tables);

        assertThat(offered(check(repositories))).containsExactlyInAnyOrder("team.charts 1.0.0", "team.tables 1.0.0");
    }

    @Test
    void whatATeamSaidIsNotRememberedBeyondTheTimeItIsGoodFor() {
        SteppingClock clock = new SteppingClock();
        sample.signatures().expire("charts", Instant.parse("2030-02-01T00:00:00Z"));
        sample.publish("charts", charts);
        SignedRepositories repositories = repositories(clock);
        assertThat(check(repositories).repositories().get(0).state()).isEqualTo(State.CONNECTED);

        clock.pass(Duration.ofDays(40));

        RepositoryStatus later = check(repositories).repositories().get(0);
        assertThat(later.state()).isEqualTo(State.AWAY);
        assertThat(later.detail()).contains("expired");
    }
}
