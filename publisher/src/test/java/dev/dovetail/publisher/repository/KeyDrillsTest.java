package dev.dovetail.publisher.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.publisher.Bundles;
import dev.dovetail.publisher.Customer;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Content;
import dev.dovetail.publisher.files.Disk;
import dev.dovetail.publisher.files.RealDisk;
import dev.dovetail.publisher.files.Sha256;
import dev.dovetail.publisher.keys.KeyFile;
import dev.dovetail.publisher.server.RepositoryServer;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Signer;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are lost and stolen; whoever has added the repository keeps using it, with what it has of it. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class KeyDrillsTest {

    private static final Instant LATE = Workshop.NOW.plus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    private Workshop workshop;
    private SignedRepository repository;
    private RepositoryServer server;
    private Customer customer;

    @BeforeEach
    void aRepositoryWithARelease() throws Exception {
        workshop = new Workshop(folder);
        repository = workshop.create(Charter.of("acme"));
        repository.publish(List.of(Bundles.bundle(folder, "acme.lib", "1.0.0")));
        server = RepositoryServer.onLoopback(workshop.repository());
        customer = new Customer(folder.resolve("home"), server.url(), Workshop.CLOCK)
                .trusting(repository.status().fingerprint());
        assertThat(customer.look()).containsExactly("acme.lib 1.0.0");
    }

    @AfterEach
    void stop() {
        customer.close();
        server.close();
    }

    private void lose(String role) throws Exception {
        Files.delete(workshop.keyFolder().path().resolve(keyFile(role).fileName()));
    }

    private KeyFile keyFile(String role) throws PublishException {
        return workshop.keyFolder().list().stream()
                .filter(key -> key.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private Signer steal(String role) throws PublishException {
        return workshop.keys().signers(Set.of(keyFile(role).key().id())).get(0);
    }

    private void theNextReleaseArrives() throws Exception {
        repository.publish(List.of(Bundles.bundle(folder, "acme.lib", "1.1.0")));
        assertThat(customer.look()).containsExactly("acme.lib 1.0.0", "acme.lib 1.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "snapshot", "targets", "acme"})
    void aLostKeyIsReplaced(String role) throws Exception {
        lose(role);

        repository.rotate(role);

        assertThat(customer.look()).containsExactly("acme.lib 1.0.0");
        theNextReleaseArrives();
    }

    @Test
    void withoutItsKeyNothingIsPublished() throws Exception {
        lose("timestamp");
        Path jar = Bundles.bundle(folder, "acme.lib", "1.1.0");

        assertThatThrownBy(() -> repository.publish(List.of(jar)))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("1 of the 1 keys of timestamp");
        assertThat(customer.look()).containsExactly("acme.lib 1.0.0");
    }

    @Test
    void bothKeysOfAMachineAreReplacedOneAfterTheOther() throws Exception {
        lose("timestamp");
        lose("snapshot");
        repository = workshop.at(Workshop.NOW.plus(Duration.ofDays(10)));

        repository.rotate("timestamp");
        repository.rotate("snapshot");

        theNextReleaseArrives();
    }

    @Test
    void oneLostKeyOfRootIsReplacedByTheTwoOthers() throws Exception {
        String lost = keyFile("root").key().id();
        lose("root");

        repository.rotate("root", Optional.of(lost.substring(0, 8)));

        assertThat(repository.status().role("root").keys()).hasSize(3).allMatch(RoleStatus.KeyStatus::here);
        assertThat(repository.status().role("root").keys())
                .extracting(RoleStatus.KeyStatus::id)
                .doesNotContain(lost);
        theNextReleaseArrives();
    }

    @Test
    void twoLostKeysOfRootAreTooMany() throws Exception {
        lose("root");
        lose("root");

        assertThatThrownBy(() -> repository.rotate("timestamp"))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("2 of the 3 keys of root");
        assertThat(customer.look()).containsExactly("acme.lib 1.0.0");
    }

    @Test
    void aRepositoryWhoseKeysAllChangedIsFollowedFromTheFirstRoot() throws Exception {
        for (String role : List.of("root", "targets", "root", "snapshot", "acme", "timestamp", "root")) {
            repository.rotate(role);
        }

        theNextReleaseArrives();
        assertThat(repository.status().role("root").version()).isEqualTo(7);
        assertThat(repository.status().unused()).isEmpty();
    }

    @Test
    void aStolenTeamKeySignsNothingAfterItWasReplaced() throws Exception {
        Signer thief = steal("acme");
        repository.rotate("acme");
        State state = new StateReader(workshop.repository()).read();
        Map<String, TargetFile> offered =
                new HashMap<>(Objects.requireNonNull(state.teams().get("acme")).targets());
        offered.keySet().removeIf(path -> path.startsWith("bundles/"));
        long version =
                Objects.requireNonNull(state.snapshot().meta().get("acme.json")).version() + 1;

        byte[] forged = signed(new Targets(Header.of(version, LATE), offered, Delegations.NONE), thief);
        serve("metadata/" + version + ".acme.json", forged);
        Map<String, MetaFile> meta = new HashMap<>(state.snapshot().meta());
        meta.put("acme.json", MetaFile.of(version, forged));
        serveSnapshot(state.snapshot().version() + 1, meta, steal("snapshot"), steal("timestamp"), state);

        assertThatThrownBy(customer::look).isInstanceOfSatisfying(UntrustedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.BELOW_THRESHOLD));
    }

    @Test
    void aTimestampThatAThiefCountedUpIsForgottenWithItsKey() throws Exception {
        byte[] mine = Files.readAllBytes(workshop.repository().resolve(Layout.TIMESTAMP));
        State state = new StateReader(workshop.repository()).read();
        Timestamp forged =
                new Timestamp(Header.of(1L << 50, LATE), state.timestamp().snapshot());
        serve(Layout.TIMESTAMP, signed(forged, steal("timestamp")));
        customer.look();
        serve(Layout.TIMESTAMP, mine);
        assertThatThrownBy(customer::look).isInstanceOfSatisfying(UntrustedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.ROLLED_BACK));

        repository.rotate("timestamp");

        theNextReleaseArrives();
    }

    @Test
    void aRepositoryThatAThiefCountedUpBeginsAgain() throws Exception {
        State state = new StateReader(workshop.repository()).read();
        serveSnapshot(
                1L << 50,
                state.snapshot().meta(),
                steal("snapshot"),
                steal("timestamp"),
                new State(
                        state.fingerprint(),
                        state.charter(),
                        state.root(),
                        new Timestamp(
                                Header.of(1L << 50, LATE), state.timestamp().snapshot()),
                        state.snapshot(),
                        state.targets(),
                        state.teams()));
        customer.look();
        Path jar = Bundles.bundle(folder, "acme.lib", "1.1.0");
        assertThatThrownBy(() -> repository.publish(List.of(jar)))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("counted it up");

        repository.rotate("timestamp");
        repository.rotate("snapshot");

        assertThat(repository.status().role("timestamp").version()).isLessThan(10);
        theNextReleaseArrives();
    }

    private static byte[] signed(Metadata content, Signer signer) {
        return Signed.unsigned(content).signedBy(List.of(signer)).bytes();
    }

    private void serve(String path, byte[] bytes) throws Exception {
        Files.write(workshop.repository().resolve(path), bytes);
    }

    private void serveSnapshot(
            long version, Map<String, MetaFile> meta, Signer snapshotKey, Signer timestampKey, State before)
            throws Exception {
        byte[] snapshot = signed(new Snapshot(Header.of(version, LATE), meta), snapshotKey);
        serve("metadata/" + version + ".snapshot.json", snapshot);
        Timestamp timestamp =
                new Timestamp(Header.of(before.timestamp().version() + 1, LATE), MetaFile.of(version, snapshot));
        serve(Layout.TIMESTAMP, signed(timestamp, timestampKey));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "timestamp", "snapshot", "targets", "acme", "root", "add-team", "revoke-team"})
    void noStepOfAChangeIsRefusedByAnybody(String change) throws Exception {
        if (change.equals("revoke-team")) {
            repository.addTeam("maps", Charter.patterns(List.of("maps.*")), List.of());
        }
        Watched disk = new Watched();
        SignedRepository watched = repository.on(disk);
        switch (change) {
            case "publish" -> watched.publish(List.of(Bundles.bundle(folder, "acme.lib", "1.1.0")));
            case "add-team" -> watched.addTeam("maps", Charter.patterns(List.of("maps.*")), List.of());
            case "revoke-team" -> watched.revokeTeam("maps");
            default -> watched.rotate(change);
        }

        assertThat(disk.looks).isGreaterThan(2);
    }

    /**
     * After every step that a reader could notice, one who was there before looks; where it is one that is
     * looked for, one who has just come as well.
     */
    private final class Watched implements Disk {

        private final RealDisk real = new RealDisk();
        private int looks;

        private void look(boolean newcomerToo) {
            try {
                looks++;
                assertThat(customer.look()).contains("acme.lib 1.0.0");
                if (newcomerToo) {
                    newcomer();
                }
            } catch (Exception e) {
                throw new AssertionError("Expected a repository that verifies after step " + looks, e);
            }
        }

        private void newcomer() throws Exception {
            try (Customer newcomer = new Customer(folder.resolve("home" + looks), server.url(), Workshop.CLOCK)) {
                assertThat(newcomer.trusting(fingerprint()).look()).contains("acme.lib 1.0.0");
            }
        }

        private String fingerprint() throws Exception {
            return Sha256.of(workshop.repository().resolve(Layout.FIRST_ROOT));
        }

        @Override
        public void write(Path file, Content content) throws IOException {
            assertThat(file.getFileName().toString()).as("never served").startsWith(".");
            real.write(file, content);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            real.move(from, to);
            look(from.getFileName().toString().startsWith(".next-"));
        }

        @Override
        public void force(Path path) throws IOException {
            real.force(path);
        }

        @Override
        public void delete(Path path) throws IOException {
            real.delete(path);
        }
    }
}
