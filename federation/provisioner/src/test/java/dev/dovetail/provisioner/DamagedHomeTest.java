package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.faulty.Scenario;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of a home, damaged in every way: it starts all the same, or one clear sentence says why not. What is gone is
 * fetched again where it can be.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedHomeTest {

    private final SampleBundle api = SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
    private final SampleBundle one =
            ProvisionerServiceScene.user("team.charts", "1.0.0").feature("charts", "Charts");
    private final SampleBundle two =
            ProvisionerServiceScene.user("team.charts", "2.0.0").feature("charts", "Charts");

    private final Path folder;
    private final Path whole;
    private final SampleRepository repository = new SampleRepository();
    private int homes;

    DamagedHomeTest(@TempDir Path folder) {
        this.folder = folder;
        whole = folder.resolve("whole");
    }

    /** Two generations, a good one, a version on trial, what the repository said, and a profile. */
    @BeforeAll
    void furnish() throws Exception {
        repository.publish(api, one);
        Desk desk = new Desk(whole, repository.url());
        desk.check();
        desk.activate("charts");
        repository.publish(api, one, two);
        desk.check();
        desk.update("charts");
        desk.disk().generations().markGood(1);
        new ProfileFile(whole).write(Profile.EMPTY);
        desk.close();
        Scenario.delete(whole.resolve("framework"));
    }

    @AfterAll
    void end() {
        repository.close();
    }

    private enum Damage {
        CUT_IN_HALF {
            @Override
            void to(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        EMPTIED {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        ONE_BIT_IN_THE_MIDDLE {
            @Override
            void to(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x10;
                Files.write(file, bytes);
            }
        },
        NOISE {
            @Override
            void to(Path file) throws IOException {
                byte[] bytes = new byte[300];
                new Random(file.hashCode()).nextBytes(bytes);
                Files.write(file, bytes);
            }
        },
        GONE {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        },
        A_DIRECTORY_IN_ITS_PLACE {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
                Files.createDirectories(file.resolve("inside"));
            }
        },
        A_LINK_TO_NOWHERE {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
                Files.createSymbolicLink(file, Path.of("nowhere"));
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> whateverIsDamagedItStartsOrSaysWhyNot() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(whole)) {
            files = all.filter(Files::isRegularFile).map(whole::relativize).toList();
        }
        assertThat(files.stream().map(String::valueOf))
                .contains("current", "good", "health.json", "profile.json", "generations/2.lock", "generations/2.xml");
        return files.stream().flatMap(file -> Stream.of(Damage.values())
                .map(damage -> DynamicTest.dynamicTest(file + ": " + damage, () -> start(file, damage))));
    }

    private void start(Path file, Damage damage) throws Exception {
        Path home = folder.resolve("home-" + homes++);
        Scenario.copy(whole, home);
        damage.to(home.resolve(file));
        Throwable profile = catchThrowable(() -> new ProfileFile(home).read());
        if (profile != null) {
            assertThat(profile).isInstanceOf(ProvisioningException.class).hasMessageContaining("profile.json");
        }
        Desk desk;
        try {
            desk = new Desk(home, repository.url());
        } catch (ProvisioningException e) {
            assertThat(e.code()).startsWith("DT-");
            assertThat(e).hasMessageContaining(String.valueOf(file.getFileName()));
            assertThat(e.hint()).isNotEmpty();
            return;
        }
        try (desk) {
            runs(desk);
        } finally {
            Scenario.delete(home);
        }
    }

    /** Charts as before, or in the version before, or not at all; and it can be installed and removed again. */
    private static void runs(Desk desk) throws Exception {
        Snapshot snapshot = desk.check();
        assertThat(snapshot.generation()).isIn(Set.of(0L, 1L, 2L));
        try {
            String version = desk.activate("charts").version();
            assertThat(version).isIn("1.0.0", "2.0.0");
            assertThat(desk.framework().active()).contains("team.charts " + version, "team.api 1.0.0");
        } catch (FederationException e) {
            // Only a place that something else has taken, which is named; and nothing else is lost.
            assertThat(e.code()).isEqualTo("DT-HOME-001");
            assertThat(e).hasMessageContaining("Is a directory");
            assertThat(desk.check().features()).isNotEmpty();
        }
    }
}
