package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.ProvisionerServiceScene.failed;
import static dev.dovetail.provisioner.ProvisionerServiceScene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SignedSample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cases D19, E14 and F7: what came along is the last resort for a plan and the first for bytes. */
@Timeout(60)
class FallbackTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3652);

    private final SampleBundle api = SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
    private final SampleBundle one = user("team.charts", "1.0.0").feature("charts", "Charts");
    private final SampleBundle two = user("team.charts", "2.0.0").feature("charts", "Charts");

    private final Path home;
    private final Path folder;
    private final SignedSample repository = new SignedSample().unsized().team("team", "team.*");

    FallbackTest(@TempDir Path temporary) {
        home = temporary.resolve("home");
        folder = temporary.resolve("fallback");
    }

    /** The distribution carries what the repository had when it was made. */
    @BeforeEach
    void distribute() throws Exception {
        repository.publish("team", api, one);
        new ProfileFile(folder).write(Profile.EMPTY.with(repository.trusted("team", "team.*")));
        for (Map.Entry<String, byte[]> file : repository.signatures().files().entrySet()) {
            Path place = folder.resolve("team").resolve(file.getKey().replaceFirst("^/", ""));
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private Desk open(Clock clock) throws Exception {
        Fallback fallback = Fallback.in(folder, new IndexReader());
        Profile profile = fallback.joined(new ProfileFile(home).read());
        return new Desk(home, profile.grants(), clock, profile, fallback);
    }

    private Desk open() throws Exception {
        return open(Clock.systemUTC());
    }

    private Path jar(SampleBundle bundle) {
        return folder.resolve("team/targets/bundles/" + bundle.name() + "/" + bundle.sha256() + "." + bundle.name()
                + "-" + bundle.version() + ".jar");
    }

    @Test
    void withNobodyToReachWhatCameAlongIsInstalledWhateverTheClockSays() throws Exception {
        repository.close();
        try (Desk desk = open(Clock.offset(Clock.systemUTC(), TEN_YEARS))) {
            assertThat(desk.check().feature("charts").orElseThrow().state()).isEqualTo(new Available("1.0.0"));
            assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
            assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
            assertThat(desk.check().repositories())
                    .extracting(RepositoryStatus::state)
                    .containsExactly(RepositoryStatus.State.AWAY);
        }
    }

    @Test
    void itsBytesAreNeverDownloaded() throws Exception {
        try (Desk desk = open()) {
            desk.check();
            desk.activate("charts");
            assertThat(repository.server().requests())
                    .noneMatch(request -> request.toString().contains(".jar"));
        }
    }

    @Test
    void whatIsNewerOnlineComesFromThereAndOnlyThat() throws Exception {
        repository.publish("team", api, one, two);
        try (Desk desk = open()) {
            desk.check();
            assertThat(desk.activate("charts").version()).isEqualTo("2.0.0");
            assertThat(repository.server().requests().stream()
                            .filter(request -> request.toString().contains(".jar")))
                    .singleElement()
                    .asString()
                    .contains("team.charts-2.0.0.jar");
        }
    }

    @Test
    void whatIsNewerAndOutOfReachGivesWayToWhatCameAlong() throws Exception {
        repository.publish("team", api, one, two);
        try (Desk desk = open()) {
            desk.check();
            repository.close();
            assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
            assertThat(Desk.get(desk.service().recall())
                            .feature("charts")
                            .orElseThrow()
                            .state())
                    .isEqualTo(new Updatable("1.0.0", "2.0.0"));
            assertThat(failed(() -> desk.update("charts")).code()).startsWith("DT-FETCH");
            assertThat(desk.framework().active()).contains("team.charts 1.0.0");
        }
    }

    @Test
    void whatIsInstalledAndNewerStays() throws Exception {
        repository.publish("team", api, two);
        try (Desk desk = open()) {
            desk.check();
            desk.activate("charts");
        }
        repository.close();
        try (Desk desk = open()) {
            assertThat(desk.check().feature("charts").orElseThrow().state()).isEqualTo(new Installed("2.0.0"));
        }
    }

    @Test
    void aCopyOfAnotherRootIsNotUsed() throws Exception {
        Path root = folder.resolve("team/metadata/1.root.json");
        Files.write(root, (Files.readString(root) + " ").getBytes(StandardCharsets.UTF_8));
        repository.close();
        try (Desk desk = open()) {
            assertThat(desk.check().features()).isEmpty();
        }
    }

    @Test
    void aChangedFileIsNotUsed() throws Exception {
        byte[] bytes = Files.readAllBytes(jar(one));
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar(one), bytes);
        try (Desk desk = open()) {
            desk.check();
            assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
            assertThat(repository.server().requests())
                    .anyMatch(request -> request.toString().contains("team.charts"));
        }
    }

    @Test
    void changedMetadataAndAProfileThatIsNoneAreNotUsed() throws Exception {
        repository.close();
        Path timestamp = folder.resolve("team/metadata/timestamp.json");
        Files.writeString(timestamp, Files.readString(timestamp).replace("\"version\"", "\"versiom\""));
        try (Desk desk = open()) {
            assertThat(desk.check().features()).isEmpty();
        }
        Files.writeString(folder.resolve("profile.json"), "{");
        assertThat(Fallback.in(folder, new IndexReader())).isSameAs(Fallback.NONE);
        assertThat(Fallback.in(folder.resolve("none"), new IndexReader())).isSameAs(Fallback.NONE);
    }

    @Test
    void aRepositoryThatTheHomeKnowsOtherwiseStaysAsTheHomeHasIt() throws Exception {
        Profile own = Profile.EMPTY.with(repository.trusted("mine", "team.charts"));
        Fallback fallback = Fallback.in(folder, new IndexReader());
        assertThat(fallback.joined(own)).isEqualTo(own);
        assertThat(fallback.known(own).catalog().features()).isEmpty();
        assertThat(fallback.joined(Profile.EMPTY).repositories()).hasSize(1);
    }
}
