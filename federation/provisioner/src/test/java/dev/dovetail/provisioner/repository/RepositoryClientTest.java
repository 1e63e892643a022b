package dev.dovetail.provisioner.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.sample.SampleRepository;
import dev.dovetail.trust.sample.SampleServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryClientTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path temp;

    private final SampleRepository repository = new SampleRepository();
    private final SampleServer server = new SampleServer(repository.files());
    private final SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);
    private MetadataDirectory directory;

    @BeforeEach
    void trust() throws Exception {
        directory = new MetadataDirectory(temp.resolve("metadata"));
        directory.trust(repository.root(1));
    }

    @AfterEach
    void end() {
        server.close();
        fetcher.close();
    }

    // The order of the specification

    @Test
    void aRefreshAsksForOneFileAfterTheOtherAndKeepsThemByteForByte() throws Exception {
        client(NOW).refresh();

        assertThat(server.requests())
                .containsExactly(
                        "metadata/2.root.json",
                        "metadata/timestamp.json",
                        "metadata/1.snapshot.json",
                        "metadata/1.targets.json");
        for (String role : new String[] {"root", "timestamp", "snapshot", "targets"}) {
            assertThat(kept(role)).isEqualTo(repository.newest(role));
        }
    }

    @Test
    void whatIsKeptAndStillCurrentIsNotAskedForAgain() throws Exception {
        client(NOW).refresh();
        server.requests();

        client(NOW).refresh();

        assertThat(server.requests()).containsExactly("metadata/2.root.json", "metadata/timestamp.json");
    }

    @Test
    void withoutConsistentSnapshotsNamesCarryNoVersion() throws Exception {
        SampleRepository plain = new SampleRepository()
                .withoutConsistentSnapshots()
                .publishRoot()
                .publish("targets");
        plain.addTarget("targets", "a/file", new byte[] {7}).publish("targets");
        try (SampleServer second = new SampleServer(plain.files())) {
            directory.trust(plain.root(2));
            RepositoryClient client = client(second, NOW);
            VerifiedRepository verified = client.refresh();
            Target target = client.find(verified, List.of("a/file"))
                    .targets()
                    .values()
                    .iterator()
                    .next();

            assertThat(client.download(verified, target, temp)).hasBinaryContent(new byte[] {7});
            assertThat(second.requests()).contains("metadata/snapshot.json", "metadata/targets.json", "targets/a/file");
        }
    }

    @Test
    void rootsAreFollowedAndEachIsKept() throws Exception {
        for (int i = 0; i < 4; i++) {
            var old = repository.signers("root").get(0);
            repository.rotate("root").publishRoot(old);
        }

        assertThat(client(NOW).refresh().trusted().root().version()).isEqualTo(5);
        assertThat(kept("root")).isEqualTo(repository.root(5));
    }

    @Test
    void aForgedRootEndsTheWalkAtTheLastGoodOne() throws Exception {
        repository.publishRoot();
        repository.rotate("root").publishRoot();

        refused(Reason.BELOW_THRESHOLD, () -> client(NOW).refresh());
        assertThat(kept("root")).isEqualTo(repository.root(2));
        assertThat(names()).containsExactly("root.json");
    }

    @Test
    void anExpiredRootIsKeptAndNothingElseIsAskedFor() throws Exception {
        repository.expire("root", NOW).publishRoot();

        refused(Reason.EXPIRED, () -> client(NOW).refresh());
        assertThat(kept("root")).isEqualTo(repository.root(2));
        assertThat(server.requests()).containsExactly("metadata/2.root.json", "metadata/3.root.json");
    }

    @Test
    void rootsWithoutEndAreNotFollowedForEver() throws Exception {
        for (int i = 0; i < 260; i++) {
            repository.publishRoot();
        }

        refused(Reason.TOO_MANY_ROOTS, () -> client(NOW).refresh());
        assertThat(server.requests()).hasSize(256);
        assertThat(client(NOW).refresh().trusted().root().version()).isEqualTo(261);
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "404 Not Found", "410 Gone"})
    void aStoreThatHidesWhatItHasNotEndsTheWalkToo(String status) throws Exception {
        server.answer("metadata/2.root.json", Optional.of(status));

        assertThat(client(NOW).refresh().trusted().root().version()).isEqualTo(1);
    }

    @Test
    void aBrokenServerDoesNotEndTheWalk() {
        server.answer("metadata/2.root.json", Optional.of("500 Broken"));

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).refresh())
                .withMessageContaining("found 500");
    }

    @Test
    void aFailureNeverReplacesWhatIsTrusted() throws Exception {
        client(NOW).refresh();
        repository.publish("targets");
        repository.files().put("metadata/2.targets.json", "{}".getBytes(StandardCharsets.UTF_8));

        refused(Reason.MALFORMED, () -> client(NOW).refresh());
        assertThat(kept("targets")).isEqualTo(repository.file("metadata/1.targets.json"));
        assertThat(kept("snapshot")).isEqualTo(repository.newest("snapshot"));
    }

    @Test
    void aMissingSnapshotIsSaidToBeMissing() throws Exception {
        client(NOW).refresh();
        repository.setSnapshotMeta(MetaFile.of(9)).publishTimestamp();

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).refresh())
                .withMessageContaining("9.snapshot.json");
        assertThat(kept("timestamp")).isEqualTo(repository.newest("timestamp"));
    }

    @Test
    void aTimestampOfTheSameVersionDoesNotReplaceTheKeptOne() throws Exception {
        client(NOW).refresh();
        byte[] first = kept("timestamp");
        repository.setVersion("timestamp", 0).setSnapshotMeta(MetaFile.of(100)).publishTimestamp();

        client(NOW).refresh();

        assertThat(kept("timestamp")).isEqualTo(first);
    }

    @Test
    void aRolledBackTimestampIsRefusedByWhatIsKept() throws Exception {
        byte[] first = repository.newest("timestamp");
        repository.publishTimestamp();
        client(NOW).refresh();
        repository.files().put("metadata/timestamp.json", first);

        refused(Reason.ROLLED_BACK, () -> client(NOW).refresh());
    }

    @Test
    void whatAStolenKeySignedIsForgottenBeforeTheRootThatTakesItBackIsKept() throws Exception {
        repository.setVersion("timestamp", Header.LAST_VERSION - 1).publishTimestamp();
        client(NOW).refresh();
        repository.rotate("timestamp").publishRoot().setVersion("timestamp", 0).publishTimestamp();
        repository.files().remove("metadata/timestamp.json");

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).refresh());
        assertThat(names()).containsExactly("root.json", "targets.json");
        repository.setVersion("timestamp", 0).publishTimestamp();
        assertThat(client(NOW).refresh().trusted().timestamp())
                .hasValueSatisfying(timestamp -> assertThat(timestamp.version()).isEqualTo(1));
    }

    @Test
    void keptFilesThatAreDamagedAreFetchedAnew() throws Exception {
        client(NOW).refresh();
        for (String role : new String[] {"timestamp", "snapshot", "targets"}) {
            Files.writeString(temp.resolve("metadata").resolve(role + ".json"), "damaged");
        }

        client(NOW).refresh();

        assertThat(kept("snapshot")).isEqualTo(repository.newest("snapshot"));
        assertThat(kept("targets")).isEqualTo(repository.newest("targets"));
    }

    @Test
    void metadataThatAreTooLargeAreNotReadToTheirEnd() {
        repository.files().put("metadata/timestamp.json", new byte[16 * 1024 + 1]);

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).refresh())
                .withMessageContaining("at most 16384 bytes");
    }

    @Test
    void metadataThatAreLongerThanSignedAreNotReadToTheirEnd() {
        repository.describing().publish("targets");
        int signed = repository.file("metadata/2.snapshot.json").length;
        repository.files().put("metadata/2.snapshot.json", new byte[signed + 1]);

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).refresh())
                .withMessageContaining("at most " + signed + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.root.json", "3.root.json", "timestamp.json", "3.snapshot.json", "3.targets.json"})
    void whereverARefreshBreaksOffTheNextOneGoesOn(String at) throws Exception {
        client(NOW).refresh();
        repository.rotate("timestamp").publishRoot().publish("targets").publish("targets");
        server.answer("metadata/" + at, Optional.of("500 Broken"));

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).refresh());
        server.answer("metadata/" + at, Optional.empty());
        client(NOW).refresh();

        for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
            assertThat(kept(role)).isEqualTo(repository.newest(role));
        }
    }

    // Trusting

    @Test
    void aRepositoryIsTrustedByItsFingerprintAlone() throws Exception {
        MetadataDirectory fresh = new MetadataDirectory(temp.resolve("fresh"));
        RepositoryClient client = new RepositoryClient(location(server), fresh, fetcher, clock(NOW));
        Fingerprint right = Fingerprint.of(client.firstRoot());
        Fingerprint wrong = Fingerprint.of(new byte[0]);

        refused(Reason.OTHER_ROOT, () -> client.trust(wrong));
        assertThatExceptionOfType(HomeException.class).isThrownBy(client::refresh);
        client.trust(right);
        assertThat(client.refresh().current()).isTrue();
    }

    @Test
    void whereThereIsNoSignedRepositoryThatIsSaid() {
        repository.files().clear();

        assertThatExceptionOfType(RepositoryException.class)
                .isThrownBy(() -> client(NOW).firstRoot())
                .withMessageContaining("Expected a signed repository");
    }

    @Test
    void whatIsNoRootIsNotTrusted() {
        refused(Reason.MALFORMED, () -> directory.trust(repository.newest("timestamp")));
        assertThat(kept("root")).isEqualTo(repository.root(1));
    }

    private RepositoryClient client(Instant now) {
        return client(server, now);
    }

    private RepositoryClient client(SampleServer at, Instant now) {
        return new RepositoryClient(location(at), directory, fetcher, clock(now));
    }

    private static RepositoryLocation location(SampleServer at) {
        return RepositoryLocation.at(at.url());
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private byte[] kept(String role) {
        try {
            return Files.readAllBytes(temp.resolve("metadata").resolve(role + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(temp.resolve("metadata"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void refused(Reason reason, ThrowingCallable doing) {
        assertThatExceptionOfType(UntrustedException.class).isThrownBy(doing).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.code()).startsWith("DT-TRUST-");
            assertThat(refusal.hint()).isNotEmpty();
        });
    }
}
