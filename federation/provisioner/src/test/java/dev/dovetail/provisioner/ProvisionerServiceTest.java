package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.sample.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a request over the network and the disk into the framework, and what happens when a part of it fails. */
@Timeout(90)
class ProvisionerServiceTest extends ProvisionerServiceScene {
    ProvisionerServiceTest(@TempDir Path home) throws Exception {
        super(home);
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
    void afterAStartWhatWasOnOfferIsRecalledWithoutTheNetwork() throws Exception {
        desk.activate("charts");
        restart();
        repository.requests();
        assertThat(desk.service().snapshot().features())
                .extracting(FeatureStatus::title)
                .containsExactly("Charts");
        Snapshot recalled = Desk.get(desk.service().recall());
        assertThat(recalled.features()).extracting(FeatureStatus::title).containsExactly("Charts", "Tables");
        assertThat(repository.requests()).isEmpty();
    }

    @Test
    void whatIsOnOfferCanBeInstalledAfterAStartBeforeAnyCheck() throws Exception {
        restart();
        assertThat(desk.activate("tables").version()).isEqualTo("1.0.0");
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
