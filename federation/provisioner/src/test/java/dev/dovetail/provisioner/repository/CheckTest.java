package dev.dovetail.provisioner.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.sample.SampleRepository;
import dev.dovetail.trust.sample.SampleServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path temp;

    private final SampleRepository repository = new SampleRepository();
    private final SampleServer server = new SampleServer(repository.files());
    private final SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);

    @BeforeEach
    void trust() throws Exception {
        new MetadataDirectory(temp).trust(repository.root(1));
    }

    @AfterEach
    void end() {
        server.close();
        fetcher.close();
    }

    @Test
    void theFirstCheckBringsSomethingNewAndTheNextNothing() throws Exception {
        assertThat(client(NOW).check()).isInstanceOfSatisfying(Outcome.Refreshed.class, outcome -> {
            assertThat(outcome.repository().current()).isTrue();
            assertThat(outcome.repository().verifiedAt()).isEqualTo(NOW);
            assertThat(outcome.repository().validUntil()).isEqualTo(SampleRepository.EXPIRES);
            assertThat(outcome.repository().targets().targets()).isEmpty();
        });
        assertThat(client(NOW).check()).isInstanceOf(Outcome.Unchanged.class);
    }

    /** The budget of the product: one conditional request, and not more than 1 KB. */
    @Test
    void whereThereIsNothingNewOneSmallRequestSaysSo() throws Exception {
        client(NOW).check();
        server.requests();
        server.traffic();

        client(NOW).check();

        assertThat(server.requests()).containsExactly("metadata/timestamp.json");
        assertThat(server.traffic()).isLessThan(1024);
    }

    @Test
    void somethingNewIsFoundByTheTimestampAndTheRootsAreFollowedFirst() throws Exception {
        client(NOW).check();
        server.requests();
        var old = repository.signers("root").get(0);
        repository.rotate("root").rotate("timestamp").publishRoot(old).publish("targets");

        Outcome outcome = client(NOW).check();

        assertThat(outcome).isInstanceOf(Outcome.Refreshed.class);
        assertThat(outcome.repository().trusted().root().version()).isEqualTo(2);
        assertThat(server.requests())
                .containsExactly(
                        "metadata/timestamp.json",
                        "metadata/2.root.json",
                        "metadata/3.root.json",
                        "metadata/2.snapshot.json",
                        "metadata/2.targets.json");
    }

    @Test
    void aServerWithoutEntityTagsIsAskedForMoreButNothingIsTakenForNew() throws Exception {
        client(NOW).check();
        Files.delete(temp.resolve("timestamp.etag"));

        assertThat(client(NOW).check()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void anAnswerThatNothingChangedIsNotBelievedWhereSomethingIsMissing() throws Exception {
        client(NOW).check();
        Files.delete(temp.resolve("snapshot.json"));

        assertThat(client(NOW).check()).isInstanceOf(Outcome.Refreshed.class);
        assertThat(temp.resolve("snapshot.json")).exists();
    }

    @Test
    void anAnswerThatNothingChangedDoesNotKeepExpiredMetadataAlive() throws Exception {
        client(NOW).check();

        assertThatExceptionOfType(UntrustedException.class)
                .isThrownBy(() -> client(SampleRepository.EXPIRES).check())
                .withMessageContaining("expired since 2040-01-01T00:00:00Z")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    void offlineWhatWasVerifiedIsStillThereAndSaysSinceWhen() throws Exception {
        client(NOW).check();
        server.close();

        assertThat(client(NOW.plus(Duration.ofDays(9))).check())
                .isInstanceOfSatisfying(Outcome.Offline.class, offline -> {
                    assertThat(offline.since()).isEqualTo(NOW);
                    assertThat(offline.repository().current()).isFalse();
                    assertThat(offline.cause().code()).isEqualTo("DT-FETCH-001");
                });
    }

    @Test
    void offlineAndExpiredItIsStillThereToLookAt() throws Exception {
        repository.addTarget("targets", "file", new byte[] {1}).publish("targets");
        client(NOW).check();
        server.close();
        RepositoryClient later = client(SampleRepository.EXPIRES.plus(Duration.ofDays(3650)));

        VerifiedRepository kept = later.check().repository();

        assertThat(kept.validUntil()).isEqualTo(SampleRepository.EXPIRES);
        assertThat(later.find(kept, List.of("file")).targets()).containsKey("file");
        assertThat(later.kept()).isPresent();
    }

    @Test
    void offlineADelegatedRoleIsOnlyThereIfItWasKept() throws Exception {
        repository
                .delegate("targets", "team", true, "team/*")
                .addTarget("team", "team/file", new byte[] {1})
                .publishAll();
        RepositoryClient client = client(NOW);
        VerifiedRepository current = client.check().repository();
        VerifiedRepository kept = client.kept().orElseThrow();

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client.find(kept, List.of("team/file")))
                .withMessageContaining("Expected the metadata of team to have been kept");
        client.find(current, List.of("team/file"));
        server.close();
        assertThat(client.find(kept, List.of("team/file")).targets()).containsKey("team/file");
    }

    @Test
    void withoutARepositoryAndWithoutAnythingKeptThereIsNothing() throws Exception {
        server.close();

        assertThat(client(NOW).kept()).isEmpty();
        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).check());
    }

    @Test
    void aMissingTimestampIsTakenForARepositoryThatIsAway() throws Exception {
        client(NOW).check();
        server.answer("metadata/timestamp.json", Optional.of("404 Not Found"));

        assertThat(client(NOW).check()).isInstanceOf(Outcome.Offline.class);
    }

    // Time

    @Test
    void aClockThatWasSetBackIsNoticedAndNotBelieved() throws Exception {
        repository.expire("timestamp", NOW).publishTimestamp();
        client(NOW.minusSeconds(1)).check();
        repository.expire("timestamp", SampleRepository.EXPIRES).publishTimestamp();
        client(NOW.plus(Duration.ofDays(1))).check();
        repository.expire("timestamp", NOW).publishTimestamp();

        assertThatExceptionOfType(UntrustedException.class)
                .isThrownBy(() -> client(NOW.minusSeconds(1)).check())
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED));
        repository.expire("timestamp", SampleRepository.EXPIRES).publishTimestamp();
        VerifiedRepository verified = client(NOW).check().repository();
        assertThat(verified.clockBehind()).isEqualTo(Duration.ofDays(1));
        assertThat(verified.verifiedAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aClockThatIsFarAheadLeavesNoTrace() throws Exception {
        client(NOW).check();

        assertThatExceptionOfType(UntrustedException.class)
                .isThrownBy(() -> client(NOW.plus(Duration.ofDays(36500))).check());
        assertThat(client(NOW.plusSeconds(5)).check().repository().clockBehind())
                .isZero();
    }

    @Test
    void aRememberedTimeThatCannotBeReadIsPassedOver() throws Exception {
        client(NOW).check();
        Files.writeString(temp.resolve("verified-at"), "yesterday");

        assertThat(client(NOW).check().repository().verifiedAt()).isEqualTo(NOW);
    }

    private RepositoryClient client(Instant now) {
        return new RepositoryClient(
                RepositoryLocation.at(server.url()),
                new MetadataDirectory(temp),
                fetcher,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
