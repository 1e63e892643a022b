package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.RawServer;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleRepository;
import dev.dovetail.provisioner.sample.StartsQuietly;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a request over the network and the disk into the framework, and what happens when a part of it fails. */
@Timeout(90)
class ProvisionerServiceTest {

    private final SampleBundle api = SampleBundle.named("team.api", "1.0.0").exporting("team.api", "1.0.0");
    private final SampleBundle tables = user("team.tables", "1.0.0").feature("tables", "Tables");
    private final SampleBundle charts = user("team.charts", "1.0.0").feature("charts", "Charts");
    private final SampleBundle newer = user("team.charts", "1.1.0").feature("charts", "Charts");

    private final Path home;
    private final SampleRepository repository = new SampleRepository();
    private Desk desk;

    ProvisionerServiceTest(@TempDir Path home) throws Exception {
        this.home = home;
        repository.publish(api, tables, charts);
        desk = new Desk(home, repository.url());
        desk.check();
        repository.requests();
    }

    @AfterEach
    void stop() {
        desk.close();
        repository.close();
    }

    private static SampleBundle user(String name, String version) {
        return SampleBundle.named(name, version).importing("team.api", "[1,2)").activator(StartsQuietly.class);
    }

    private void restart() throws Exception {
        desk.close();
        desk = new Desk(home, repository.url());
    }

    private static FederationException failed(ThrowingCallable request) {
        return catchThrowableOfType(FederationException.class, request);
    }

    private Path stored(SampleBundle bundle) {
        return home.resolve("store/sha256")
                .resolve(bundle.sha256().substring(0, 2))
                .resolve(bundle.sha256() + ".jar");
    }

    private FeatureStatus.State state(Snapshot snapshot, String featureId) {
        return snapshot.feature(featureId).orElseThrow().state();
    }

    @Test
    void aCheckShowsWhatIsOnOfferAndDownloadsTheIndexAlone() throws Exception {
        Snapshot snapshot = desk.check();
        assertThat(repository.requests()).containsExactly("/index.xml.gz");
        assertThat(snapshot.features()).extracting(FeatureStatus::title).containsExactly("Charts", "Tables");
        assertThat(state(snapshot, "charts")).isEqualTo(new FeatureStatus.Available("1.0.0"));
        assertThat(snapshot.contributor("charts.main")).isEqualTo(snapshot.feature("charts"));
        assertThat(snapshot.repositories()).allMatch(status -> status.reachable());
    }

    @Test
    void activatingFetchesExactlyWhatIsMissingAndStartsIt() throws Exception {
        Active active = desk.activate("charts");
        assertThat(active.version()).isEqualTo("1.0.0");
        assertThat(active.bundleId()).isEqualTo(desk.framework().bundle(charts).getBundleId());
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
        assertThat(repository.requests()).containsExactlyInAnyOrder("/" + api.file(), "/" + charts.file());
        assertThat(state(desk.service().snapshot(), "charts")).isEqualTo(new FeatureStatus.Installed("1.0.0"));
        assertThat(desk.service().snapshot().generation()).isEqualTo(1);
        assertThat(desk.service().snapshot().bundles()).isEqualTo(2);
    }

    @Test
    void progressIsToldFromPlanningToApplying() throws Exception {
        desk.activate("charts");
        long total = api.content().size() + charts.content().size();
        assertThat(desk.progress()).first().extracting(Progress::phase).isEqualTo(Progress.Phase.PLANNING);
        assertThat(desk.progress()).last().extracting(Progress::phase).isEqualTo(Progress.Phase.APPLYING);
        assertThat(desk.progress())
                .filteredOn(step -> step.phase() == Progress.Phase.FETCHING)
                .allMatch(step -> step.bundlesTotal() == 2 && step.bytesTotal() == total)
                .last()
                .isEqualTo(new Progress(Progress.Phase.FETCHING, 2, 2, total, total));
        assertThat(desk.progress()).extracting(Progress::phase).isSorted();
    }

    @Test
    void aSecondFeatureFetchesNothingThatIsThere() throws Exception {
        desk.activate("charts");
        repository.requests();
        desk.activate("tables");
        assertThat(repository.requests()).containsExactly("/" + tables.file());
        assertThat(desk.framework().active())
                .containsExactly("team.api 1.0.0", "team.charts 1.0.0", "team.tables 1.0.0");
    }

    @Test
    void whatRunsIsGivenWithoutDoingAnything() throws Exception {
        Active first = desk.activate("charts");
        repository.requests();
        assertThat(desk.activate("charts")).isEqualTo(first);
        assertThat(repository.requests()).isEmpty();
        assertThat(desk.progress()).isEmpty();
    }

    @Test
    void anUpdateIsLive() throws Exception {
        desk.activate("charts");
        desk.activate("tables");
        repository.publish(api, tables, charts, newer);
        assertThat(state(desk.check(), "charts")).isEqualTo(new FeatureStatus.Updatable("1.0.0", "1.1.0"));
        repository.requests();
        Snapshot snapshot = desk.update("charts");
        assertThat(repository.requests()).containsExactly("/" + newer.file());
        assertThat(state(snapshot, "charts")).isEqualTo(new FeatureStatus.Installed("1.1.0"));
        assertThat(desk.workbench().asked()).containsExactly("charts 1.0.0 -> 1.1.0");
        assertThat(desk.framework().bundles())
                .containsExactly("team.api 1.0.0", "team.charts 1.1.0", "team.tables 1.0.0");
        assertThat(desk.framework().removalPending()).isEmpty();
    }

    @Test
    void anUpdateOfARestingFeatureStartsNothing() throws Exception {
        desk.activate("charts");
        repository.publish(api, charts, newer);
        restart();
        desk.check();
        desk.update("charts");
        assertThat(desk.framework().bundles()).isEmpty();
        assertThat(desk.activate("charts").version()).isEqualTo("1.1.0");
    }

    @Test
    void aRemovalTakesOutWhatNobodyElseNeeds() throws Exception {
        desk.activate("charts");
        desk.activate("tables");
        Snapshot snapshot = desk.remove("charts");
        assertThat(state(snapshot, "charts")).isEqualTo(new FeatureStatus.Available("1.0.0"));
        assertThat(desk.workbench().asked()).containsExactly("close charts");
        assertThat(desk.framework().bundles()).containsExactly("team.api 1.0.0", "team.tables 1.0.0");
        desk.remove("tables");
        assertThat(desk.framework().bundles()).isEmpty();
        assertThat(desk.provisioner().installed().bundles()).isEmpty();
    }

    @Test
    void whatIsRemovedComesBackFromTheStore() throws Exception {
        desk.activate("charts");
        desk.remove("charts");
        repository.requests();
        desk.activate("charts");
        assertThat(repository.requests()).isEmpty();
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
            assertThat(status.problem()).startsWith("DT-FETCH-001: Nothing answers at ");
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
        assertThat(snapshot.repositories().get(0).problem())
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
    void aFileThatIsDamagedInTheStoreIsFetchedAtTheSecondTry() throws Exception {
        desk.activate("charts");
        restart();
        Files.write(stored(api), flipped(api.jar()));
        FederationException failure = failed(() -> desk.activate("charts"));
        assertThat(failure.code()).isEqualTo("DT-HOME-002");
        assertThat(failure.hint()).contains("try again");
        assertThat(desk.framework().bundles()).isEmpty();
        assertThat(desk.activate("charts").version()).isEqualTo("1.0.0");
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

    @Test
    void followersHearOfEveryChangeInOrderAndTheirFailuresAreTheirOwn() throws Exception {
        List<Long> heard = new CopyOnWriteArrayList<>();
        desk.service().follow(snapshot -> {
            throw new IllegalStateException("a bad listener");
        });
        var subscription = desk.service().follow(snapshot -> heard.add(snapshot.generation()));
        desk.activate("charts");
        desk.activate("tables");
        desk.remove("tables");
        assertThat(heard).containsExactly(1L, 2L, 3L);
        subscription.close();
        desk.remove("charts");
        assertThat(heard).hasSize(3);
    }

    @Test
    void aProgressListenerThatFailsChangesNothing() throws Exception {
        Active active = Desk.get(desk.service().activate("charts", progress -> {
            throw new IllegalStateException("a bad listener");
        }));
        assertThat(active.version()).isEqualTo("1.0.0");
    }

    @Test
    void aRequestAnswersWhateverHappens() {
        FederationException failure = failed(() -> Desk.get(desk.service().activate("charts", progress -> {
            throw new AssertionError("not even an exception");
        })));
        assertThat(failure.code()).isEqualTo("DT-APPLY-006");
        assertThat(failure).hasMessageContaining("not even an exception");
        assertThat(desk.framework().bundles()).isEmpty();
    }

    @Test
    void closingEndsTheRequestAtHandAndFailsTheOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CompletionStage<Active> first = desk.service().activate("charts", progress -> {
            begun.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CompletionStage<Active> waiting = desk.service().activate("tables", progress -> {});
        begun.await();
        desk.service().close();
        closed.countDown();
        assertThat(Desk.get(first).version()).isEqualTo("1.0.0");
        assertThat(failed(() -> Desk.get(waiting)).code()).isEqualTo("DT-APPLY-005");
        assertThat(failed(() -> desk.check()).code()).isEqualTo("DT-APPLY-005");
        assertThat(desk.framework().active()).containsExactly("team.api 1.0.0", "team.charts 1.0.0");
    }
}
