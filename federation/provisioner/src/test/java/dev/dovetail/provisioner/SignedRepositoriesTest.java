package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.Retry;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Access;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SignedSample;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.sample.SampleRepository;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SignedRepositoriesTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final SampleBundle charts =
            SampleBundle.named("team.charts", "1.0.0").feature("charts", "Charts");
    private final SampleBundle newer =
            SampleBundle.named("team.charts", "1.1.0").feature("charts", "Charts");
    private final SignedSample sample = new SignedSample().team("charts", "team.charts");
    private final SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);
    private final Path directory;
    private final Repository.Trusted trusted;

    SignedRepositoriesTest(@TempDir Path directory) {
        this.directory = directory;
        sample.publish("charts", charts);
        trusted = sample.trusted("charts", "team.charts");
    }

    @AfterEach
    void stop() {
        fetcher.close();
        sample.close();
    }

    private Known known(boolean ask, Instant time, Repository.Trusted repository) {
        SignedRepositories repositories =
                new SignedRepositories(fetcher, directory, new IndexReader(), Clock.fixed(time, ZoneOffset.UTC));
        Gathering gathering = new Gathering();
        if (ask) {
            repositories.check(repository, gathering, new Stamina(Retry.NEVER, new Cancellation(), () -> {}));
        } else {
            repositories.last(repository, gathering);
        }
        return gathering.known(new Profile(List.of(repository)));
    }

    private Known check(Instant time) {
        return known(true, time, trusted);
    }

    private static List<String> offered(Known known) {
        return known.catalog().bundles().stream().map(Object::toString).toList();
    }

    private static RepositoryStatus status(Known known) {
        assertThat(known.repositories()).hasSize(1);
        return known.repositories().get(0);
    }

    @Test
    void whatIsSignedIsOnOfferForAsLongAsItSays() {
        Known known = check(NOW);
        assertThat(offered(known)).containsExactly("team.charts 1.0.0");
        assertThat(status(known)).isEqualTo(new RepositoryStatus(sample.url(), true, State.CONNECTED, ""));
        assertThat(known.validity()).containsEntry(sample.url(), new Validity(NOW, SampleRepository.EXPIRES));
    }

    @Test
    void whereNothingIsNewOneQuestionIsEnough() {
        check(NOW);
        sample.server().requests();
        assertThat(offered(check(NOW))).containsExactly("team.charts 1.0.0");
        assertThat(sample.server().requests()).containsExactly("metadata/timestamp.json");
    }

    @Test
    void rememberingAsksNobody() {
        assertThat(offered(known(false, NOW, trusted))).isEmpty();
        check(NOW);
        sample.server().requests();

        Known known = known(false, NOW, trusted);

        assertThat(offered(known)).containsExactly("team.charts 1.0.0");
        assertThat(status(known).state()).isEqualTo(State.UNASKED);
        assertThat(known.validity()).containsKey(sample.url());
        assertThat(sample.server().requests()).isEmpty();
    }

    @Test
    void offlineItIsAsItWasAndSaysSinceWhen() {
        check(NOW);
        sample.close();
        Known known = check(NOW.plus(Duration.ofDays(1)));
        assertThat(offered(known)).containsExactly("team.charts 1.0.0");
        assertThat(status(known).state()).isEqualTo(State.AWAY);
        assertThat(status(known).detail())
                .startsWith("DT-FETCH-001: ")
                .endsWith(" Last verified 2030-01-01T00:00:00Z.");
        assertThat(known.validity()).containsEntry(sample.url(), new Validity(NOW, SampleRepository.EXPIRES));
    }

    @Test
    void offlineAndNeverSeenThereIsNothing() {
        sample.close();
        Known known = check(NOW);
        assertThat(offered(known)).isEmpty();
        assertThat(status(known).detail()).startsWith("DT-FETCH-001: ").doesNotContain("Last verified");
        assertThat(known.validity()).isEmpty();
    }

    @Test
    void whatExpiredIsStillShownAndSaysSo() {
        check(NOW);
        Known known = check(SampleRepository.EXPIRES);
        assertThat(offered(known)).containsExactly("team.charts 1.0.0");
        assertThat(status(known).detail()).startsWith("DT-TRUST-003: ").contains("Last verified " + NOW);
        assertThat(known.validity())
                .hasEntrySatisfying(sample.url(), validity -> assertThat(validity.isOver(SampleRepository.EXPIRES))
                        .isTrue());
    }

    @Test
    void whatIsNotBelievedLeavesWhatWas() {
        check(NOW);
        sample.sign("charts", newer).index("charts", newer);
        sample.signatures().rotate("timestamp");
        sample.publish();

        Known known = check(NOW);

        assertThat(offered(known)).containsExactly("team.charts 1.0.0");
        assertThat(status(known).state()).isEqualTo(State.AWAY);
        assertThat(status(known).detail()).startsWith("DT-TRUST-002: ");
    }

    @Test
    void anIndexThatIsGoneLeavesTheRepositoryAway() {
        check(NOW);
        sample.publish("charts", newer);
        sample.signatures().files().keySet().removeIf(path -> path.contains("index-charts"));

        Known known = check(NOW);

        assertThat(status(known).state()).isEqualTo(State.AWAY);
        assertThat(status(known).detail()).startsWith("DT-FETCH-003: ");
    }

    @Test
    void theFingerprintIsAskedForBeforeAnythingElse() {
        Repository.Trusted other =
                new Repository.Trusted("charts", sample.url(), new Fingerprint("0".repeat(64)), trusted.namespace());
        Known known = known(true, NOW, other);
        assertThat(status(known).detail()).startsWith("DT-TRUST-007: ");
        assertThat(sample.server().requests()).containsExactly("metadata/1.root.json");
        assertThat(directory.resolve(other.folder()).resolve("metadata/root.json"))
                .doesNotExist();
    }

    @Test
    void anotherRootIsAnotherRepositoryWhateverItIsCalled() {
        check(NOW);
        assertThat(directory.resolve("charts-" + trusted.root().sha256().substring(0, 12)))
                .isDirectory();
        Repository.Trusted other =
                new Repository.Trusted("charts", sample.url(), new Fingerprint("0".repeat(64)), trusted.namespace());
        assertThat(offered(known(false, NOW, other))).isEmpty();
    }

    @Test
    void aClockThatWasSetBackIsNoticedAndTheLaterTimeIsUsed() {
        check(NOW.plus(Duration.ofDays(3)));
        Known known = check(NOW);
        assertThat(status(known).state()).isEqualTo(State.CONNECTED);
        assertThat(status(known).detail()).contains("clock is 3 days behind", "Set the clock");
        assertThat(known.problems()).isEmpty();
        assertThat(known.remarkable()).hasSize(1);
        assertThat(known.validity())
                .containsEntry(sample.url(), new Validity(NOW.plus(Duration.ofDays(3)), SampleRepository.EXPIRES));
    }

    @Test
    void aFewMinutesAreNotWorthAWord() {
        check(NOW.plus(Duration.ofMinutes(9)));
        assertThat(status(check(NOW)).detail()).isEmpty();
        check(NOW.plus(Duration.ofMinutes(90)));
        assertThat(status(check(NOW)).detail()).contains("90 minutes behind");
    }

    @Test
    void whatWasKeptAndIsDamagedIsFetchedAnew() throws Exception {
        check(NOW);
        Path index = directory.resolve(trusted.folder()).resolve("indexes/index-charts.xml.gz");
        Files.writeString(index, "damaged");
        assertThat(offered(known(false, NOW, trusted))).isEmpty();
        assertThat(offered(check(NOW))).containsExactly("team.charts 1.0.0");
    }

    @Test
    void aServerThatFailsTakesNothingAway() {
        check(NOW);
        sample.server().answer("metadata/timestamp.json", Optional.of("500 Broken"));
        assertThat(offered(check(NOW))).containsExactly("team.charts 1.0.0");
        sample.server().answer("metadata/timestamp.json", Optional.empty());
        assertThat(status(check(NOW)).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void whereNothingCanBeKeptNothingIsBelieved() throws Exception {
        Files.writeString(directory.resolve(trusted.folder()), "a file where a folder should be");
        Known known = check(NOW);
        assertThat(offered(known)).isEmpty();
        assertThat(status(known).detail()).startsWith("DT-HOME-0");
    }

    private Repository.Trusted reached(URI url, URI... mirrors) {
        return new Repository.Trusted(
                "charts",
                url,
                trusted.root(),
                trusted.namespace(),
                new Access(List.of(mirrors), Optional.empty(), Optional.empty()));
    }

    private static URI dead() {
        try (SignedSample gone = new SignedSample()) {
            return gone.url();
        }
    }

    /** [D2] In order; and what a mirror says is held to the same signatures. */
    @Test
    void whereTheNetworkFailsAMirrorAnswersForIt() {
        IndexedBundle relative =
                sample.entry(charts).at(URI.create(SignedSample.path(charts)), IndexedBundle.UNKNOWN_SIZE);
        sample.index("charts", List.of(relative)).publish();
        Known known = known(true, NOW, reached(dead(), dead(), sample.url()));
        assertThat(status(known).state()).isEqualTo(State.CONNECTED);
        assertThat(offered(known)).containsExactly("team.charts 1.0.0");
    }

    @Test
    void aMirrorIsNotAskedWhileTheRepositoryItselfAnswers() {
        try (SignedSample mirror = new SignedSample()) {
            known(true, NOW, reached(sample.url(), mirror.url()));
            assertThat(mirror.server().requests()).isEmpty();
        }
    }

    @Test
    void aMirrorOfSomebodyElseIsNotBelieved() {
        try (SignedSample other = new SignedSample()) {
            other.team("charts", "team.charts").publish("charts", charts);
            Known known = known(true, NOW, reached(dead(), other.url()));
            assertThat(status(known).state()).isEqualTo(State.AWAY);
            assertThat(offered(known)).isEmpty();
        }
    }

    @Test
    void whereAllAreAwayItIsTheRepositoryItselfThatIsNamed() {
        URI own = dead();
        Known known = known(true, NOW, reached(own, dead()));
        assertThat(status(known).detail()).startsWith("DT-FETCH-001").contains(own.toString());
    }
}
