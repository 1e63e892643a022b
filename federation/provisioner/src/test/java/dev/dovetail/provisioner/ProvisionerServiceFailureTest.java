package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.SampleBundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong, and what is left standing. */
@Timeout(90)
class ProvisionerServiceFailureTest extends ProvisionerServiceScene {
    ProvisionerServiceFailureTest(@TempDir Path home) throws Exception {
        super(home);
    }

    @Test
    void withoutARepositoryEverythingInstalledStartsFromDiskAlone() throws Exception {
        desk.activate("charts");
        repository.close();
        restart();
        assertThat(desk.framework().bundles()).isEmpty();
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
        Snapshot snapshot = desk.check();
        assertThat(snapshot.repositories()).singleElement().satisfies(status -> {
            assertThat(status.reachable()).isFalse();
            assertThat(status.detail()).startsWith("DT-FETCH-001: Nothing answers at ");
        });
        assertThat(state(snapshot, "charts")).isEqualTo(new FeatureStatus.Installed("1.0.0"));
        assertThat(state(snapshot, "tables")).isEqualTo(new FeatureStatus.Available("1.0.0"));
        assertThat(failed(() -> desk.activate("tables")).code()).isEqualTo("DT-FETCH-001");
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("DT-FETCH-007", (Lie) jar -> RawServer.ok(flipped(jar))),
                Arguments.of("DT-FETCH-006", (Lie) jar -> RawServer.ok(Arrays.copyOf(jar, jar.length - 1))),
                Arguments.of("DT-FETCH-005", (Lie) jar -> RawServer.ok(Arrays.copyOf(jar, jar.length + 1))),
                Arguments.of("DT-FETCH-003", (Lie) jar -> RawServer.status(404, "Not Found", "")),
                Arguments.of("DT-FETCH-002", (Lie) jar -> RawServer.silence()),
                Arguments.of("DT-FETCH-004", (Lie) jar -> RawServer.declaring(jar.length, RawServer.silence())));
    }

    @FunctionalInterface
    interface Lie {
        RawServer.Answer about(byte[] jar);
    }

    private static byte[] flipped(byte[] jar) {
        byte[] other = jar.clone();
        other[jar.length / 2] ^= 1;
        return other;
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aRepositoryThatLiesInstallsNothingAndTouchesNothingThatRuns(String code, Lie lie) throws Exception {
        desk.activate("tables");
        repository.answer(charts, lie.about(charts.jar()));
        FederationException failure = failed(() -> desk.activate("charts"));
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.hint()).isNotEmpty();
        assertThat(failure).hasMessageContaining(repository.url() + charts.file());
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.tables 1.0.0");
        assertThat(desk.framework().bundles()).containsExactly("team.api 1.0.0", "team.tables 1.0.0");
        assertThat(desk.provisioner().installed().generation()).isEqualTo(1);
        assertThat(stored(charts)).doesNotExist();
        repository.publish(api, tables, charts);
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }

    @Test
    void anIndexThatCannotBeUsedLeavesWhatWasKnown() throws Exception {
        byte[] xml = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><repository>&e;</repository>"
                .getBytes(StandardCharsets.UTF_8);
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(xml);
        }
        repository.answerIndex(RawServer.ok(packed.toByteArray()));
        Snapshot snapshot = desk.check();
        assertThat(snapshot.repositories().get(0).reachable()).isFalse();
        assertThat(snapshot.repositories().get(0).detail())
                .startsWith("DT-FETCH-011: ")
                .contains("index.xml.gz");
        assertThat(snapshot.features()).hasSize(2);
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }

    @Test
    void aFeatureThatDoesNotStartIsNotInstalled() throws Exception {
        SampleBundle failing =
                SampleBundle.named("team.bad", "1.0.0").feature("bad", "Bad").activator(FailsToStart.class);
        repository.publish(api, charts, failing);
        desk.check();
        FederationException failure = failed(() -> desk.activate("bad"));
        assertThat(failure.code()).isEqualTo("DT-START-001");
        assertThat(failure).hasMessageContaining("the table is not laid");
        assertThat(desk.framework().bundles()).isEmpty();
        assertThat(desk.provisioner().installed().generation()).isZero();
        assertThat(state(desk.service().snapshot(), "bad")).isEqualTo(new FeatureStatus.Available("1.0.0"));
    }

    @Test
    void anUpdateThatTheShellRefusesLeavesTheOldRunning() throws Exception {
        desk.activate("charts");
        repository.publish(api, charts, newer);
        desk.check();
        desk.workbench().refuse("1.1.0");
        assertThat(failed(() -> desk.update("charts")).code()).isEqualTo("DT-APPLY-004");
        assertThat(desk.framework().bundles()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
        assertThat(state(desk.service().snapshot(), "charts")).isEqualTo(new FeatureStatus.Updatable("1.0.0", "1.1.0"));
    }

    @Test
    void aFileThatIsGoneFromTheStoreIsFetchedAgain() throws Exception {
        desk.activate("charts");
        restart();
        Files.delete(stored(api));
        repository.requests();
        desk.activate("charts");
        assertThat(repository.requests()).containsExactly("/" + api.file());
    }

    @Test
    void aFileThatIsGoneFromTheStoreIsMissedWithoutARepository() throws Exception {
        desk.activate("charts");
        repository.close();
        restart();
        Files.delete(stored(api));
        FederationException failure = failed(() -> desk.activate("charts"));
        assertThat(failure.code()).isEqualTo("DT-FETCH-001");
        assertThat(failure).hasMessageContaining(api.file());
        assertThat(desk.framework().bundles()).isEmpty();
    }

    @Test
    void aFileThatIsDamagedInTheStoreIsFetchedAnew() throws Exception {
        desk.activate("charts");
        restart();
        Files.write(stored(api), flipped(api.jar()));
        repository.requests();
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
        assertThat(repository.requests()).containsExactly("/" + api.file());
        assertThat(Files.readAllBytes(stored(api))).isEqualTo(api.jar());
    }

    @Test
    void aFileThatIsDamagedInTheStoreIsNotRunWithoutARepository() throws Exception {
        desk.activate("charts");
        restart();
        repository.close();
        Files.write(stored(api), flipped(api.jar()));
        assertThat(failed(() -> desk.activate("charts")).code()).isEqualTo("DT-FETCH-001");
        assertThat(desk.framework().bundles()).isEmpty();
    }

    @Test
    void aChangeDoesNotWaitForFilesThatItDoesNotTouch() throws Exception {
        desk.activate("charts");
        desk.activate("tables");
        repository.close();
        restart();
        Files.delete(stored(charts));
        desk.remove("tables");
        assertThat(desk.provisioner().installed().features()).hasSize(1);
    }

    @Test
    void whatNobodyOffersIsRefusedInWords() {
        FederationException failure = failed(() -> desk.activate("paper"));
        assertThat(failure.code()).isEqualTo("DT-RESOLVE-001");
        assertThat(failed(() -> desk.remove("paper")).code()).isEqualTo("DT-RESOLVE-003");
        assertThat(failed(() -> desk.update("charts")).code()).isEqualTo("DT-RESOLVE-003");
    }

    @Test
    void aDamagedHomeIsNotStartedWith() throws Exception {
        desk.activate("charts");
        Files.writeString(home.resolve("current"), "one");
        FederationException failure = failed(() -> desk.remove("charts"));
        assertThat(failure.code()).isEqualTo("DT-HOME-005");
        assertThat(desk.framework().active()).contains("team.charts 1.0.0");
    }

    @Test
    void anIndexOfOtherBundlesThanTheLockfileIsNotPlannedWith() throws Exception {
        desk.activate("charts");
        Files.writeString(
                home.resolve("generations/1.xml"), "<repository xmlns='http://www.osgi.org/xmlns/repository/v1.0.0'/>");
        FederationException failure = failed(() -> desk.activate("tables"));
        assertThat(failure.code()).isEqualTo("DT-HOME-009");
        assertThat(desk.provisioner().installed().generation()).isEqualTo(1);
        restart();
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
    }
}
