package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.apply.InstalledCharts.lockfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.FailsToStop;
import dev.dovetail.provisioner.sample.HangsAtStart;
import dev.dovetail.provisioner.sample.HangsAtStop;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleWorkbench;
import dev.dovetail.provisioner.sample.StartsQuietly;
import dev.dovetail.provisioner.sample.TestFramework;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

@Timeout(60)
class ApplierTest {

    private final SampleBundle api = SampleBundle.named("charts.api", "1.0.0").exporting("charts.api", "1.0.0");
    private final SampleBundle one = SampleBundle.named("charts", "1.0.0")
            .importing("charts.api", "[1,2)")
            .activator(StartsQuietly.class);
    private final SampleBundle two = SampleBundle.named("charts", "2.0.0")
            .importing("charts.api", "[1,2)")
            .activator(StartsQuietly.class);

    private final InstalledCharts charts;
    private final TestFramework framework;
    private final Lockfile first = lockfile(1, api, one);

    ApplierTest(@TempDir Path home) throws Exception {
        charts = new InstalledCharts(home, first, api, one, two);
        framework = charts.framework();
    }

    @AfterEach
    void stop() {
        charts.close();
    }

    @Test
    void anUpdateRunsTheNewHandsOverAndLeavesNothingOfTheOld() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        Bundle old = framework.bundle(one);
        charts.apply(first, lockfile(2, api, two));
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
        assertThat(old.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(framework.removalPending()).isEmpty();
        assertThat(charts.generations().current()).isEqualTo(lockfile(2, api, two));
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 2.0.0");
    }

    @Test
    void withoutAShellThereIsNothingToHandOver() throws Exception {
        charts.apply(first, lockfile(2, api, two));
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
    }

    @Test
    void aRefusedHandOverIsUndoneAsIfNothingHadBeen() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        workbench.refuse("2.0.0");
        ApplyException failure = charts.refused(lockfile(2, api, two));
        assertThat(failure.code()).isEqualTo("DT-APPLY-004");
        assertThat(failure)
                .hasMessage("Expected The charts 2.0.0 to take over from 1.0.0, but its view could not be built");
        charts.nothingHasChanged();
    }

    @Test
    void aShellThatFailsWithAnErrorIsUndoneToo() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        workbench.fail();
        ApplyException failure = charts.refused(lockfile(2, api, two));
        assertThat(failure.code()).isEqualTo("DT-APPLY-003");
        assertThat(failure).hasMessageContaining("HandOver charts 2.0.0").hasMessageContaining("charts/Axis");
        charts.nothingHasChanged();
    }

    @Test
    void whenTheCommitFailsTheViewsGoBackAndAllIsUndone() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        charts.obstruct(2);
        HomeException failure =
                catchThrowableOfType(HomeException.class, () -> charts.apply(first, lockfile(2, api, two)));
        assertThat(failure.code()).isEqualTo("DT-HOME-004");
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 2.0.0", "charts 2.0.0 -> 1.0.0");
        charts.nothingHasChanged();
    }

    @Test
    void whenTheViewsCannotGoBackTheRestIsUndoneAllTheSame() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        workbench.refuse("1.0.0");
        charts.obstruct(2);
        assertThat(catchThrowableOfType(HomeException.class, () -> charts.apply(first, lockfile(2, api, two))))
                .isNotNull();
        charts.nothingHasChanged();
    }

    @Test
    void aNewVersionThatLacksAPackageIsUndone() throws Exception {
        SampleBundle lacking = two.importingSilently("charts.paper", "[3,4)");
        charts.offer(lacking);
        ApplyException failure = charts.refused(lockfile(2, api, lacking));
        assertThat(failure.code()).isEqualTo("DT-APPLY-002");
        assertThat(failure).hasMessageContaining("charts.paper");
        charts.nothingHasChanged();
    }

    @Test
    void aNewVersionThatThrowsIsUndoneWithAllThatCameWithIt() throws Exception {
        SampleBundle paper = SampleBundle.named("paper", "1.0.0").activator(StartsQuietly.class);
        SampleBundle failing = SampleBundle.named("charts", "2.0.0").activator(FailsToStart.class);
        charts.offer(paper, failing);
        assertThat(charts.refused(lockfile(2, api, paper, failing)).code()).isEqualTo("DT-START-001");
        charts.nothingHasChanged();
    }

    @Test
    void aMissingFileIsUndone() throws Exception {
        SampleBundle absent = SampleBundle.named("absent", "1.0.0");
        assertThat(catchThrowableOfType(HomeException.class, () -> charts.apply(first, lockfile(2, api, two, absent)))
                        .code())
                .isEqualTo("DT-HOME-002");
        charts.nothingHasChanged();
    }

    @Test
    void aNewVersionThatHangsIsUndoneAndGoesOnceItComesBack() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        framework.context().registerService(CountDownLatch.class, latch, null);
        SampleBundle hanging = SampleBundle.named("charts", "2.0.0").activator(HangsAtStart.class);
        charts.offer(hanging);
        assertThat(charts.refused(lockfile(2, api, hanging))).hasMessageContaining("did not come back within 1500 ms");
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(charts.generations().current()).isEqualTo(first);
        latch.countDown();
        TestFramework.await(() ->
                framework.bundle(hanging) == null && framework.removalPending().isEmpty());
        charts.nothingHasChanged();
    }

    @Test
    void anInterruptIsKeptFromTheUndoingAndGivenBackAfterIt() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        List<Boolean> interrupted = new ArrayList<>();
        workbench.meanwhile(() -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
        });
        HomeException failure =
                catchThrowableOfType(HomeException.class, () -> charts.apply(first, lockfile(2, api, two)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.code()).isEqualTo("DT-HOME-004");
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 2.0.0", "charts 2.0.0 -> 1.0.0");
        assertThat(interrupted).containsExactly(false, false);
        charts.nothingHasChanged();
    }

    @Test
    void aRetiredBundleThatOthersAreWiredToStays() throws Exception {
        SampleBundle newer = SampleBundle.named("charts.api", "1.1.0").exporting("charts.api", "1.1.0");
        charts.offer(newer);
        Lockfile next = lockfile(2, newer, one);
        charts.apply(first, next, "");
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0", "charts.api 1.1.0");
        assertThat(charts.generations().current()).isEqualTo(next);
    }

    @Test
    void aRemovalClosesTheViewsAndTakesEverythingOut() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        Lockfile next = new Lockfile(2, List.of(), List.of());
        charts.apply(first, next, "");
        assertThat(workbench.asked()).containsExactly("close charts");
        assertThat(framework.bundles()).isEmpty();
        assertThat(framework.removalPending()).isEmpty();
    }

    @Test
    void whatFailsBehindTheCommitDoesNotTakeItBack() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        workbench.fail();
        Lockfile next = new Lockfile(2, List.of(), List.of());
        charts.apply(first, next, "");
        assertThat(framework.bundles()).isEmpty();
        assertThat(charts.generations().current()).isEqualTo(next);
    }

    @Test
    void anOldVersionThatFailsToStopGoesAllTheSame() throws Exception {
        SampleBundle stubborn = SampleBundle.named("charts", "3.0.0").activator(FailsToStop.class);
        charts.offer(stubborn);
        Lockfile third = lockfile(2, api, stubborn);
        charts.apply(first, third);
        charts.apply(third, lockfile(3, api, two));
        assertThat(framework.bundles()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
    }

    @Test
    void anOldVersionThatHangsWhileItStopsDelaysTheUpdateByTheLimitAndIsNamed() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        framework.context().registerService(CountDownLatch.class, latch, null);
        SampleBundle stuck = SampleBundle.named("charts", "3.0.0").activator(HangsAtStop.class);
        charts.offer(stuck);
        Lockfile third = lockfile(2, api, stuck);
        charts.apply(first, third);
        Lockfile last = lockfile(3, api, two);
        charts.apply(third, last);
        assertThat(charts.generations().current()).isEqualTo(last);
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
        assertThat(charts.told())
                .singleElement()
                .asString()
                .matches("Expected charts 3\\.0\\.0 to stop, but it did not come back within 1500 ms; it is in"
                        + " .*HangsAtStop\\.stop; it goes when it comes back, or with the next start\\.");
        assertThat(charts.retirements().present()).extracting(Retirement::name).contains("charts 3.0.0");
        latch.countDown();
        TestFramework.await(() -> framework.bundle(stuck) == null);
        assertThat(charts.retirements().present())
                .extracting(Retirement::name)
                .filteredOn("charts 3.0.0"::equals)
                .hasSizeLessThan(2);
    }

    @Test
    void anUpdateThatFailsEndsWithinItsLimitsThoughAPartOfItHangsWhileItStops() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        framework.context().registerService(CountDownLatch.class, latch, null);
        SampleBundle part = SampleBundle.named("charts.part", "1.0.0").activator(HangsAtStop.class);
        SampleBundle broken = SampleBundle.named("charts", "2.1.0").activator(FailsToStart.class);
        charts.offer(part, broken);
        Lockfile next = lockfile(2, api, part, broken);
        assertThat(charts.refused(next)).hasMessageContaining("charts 2.1.0");
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(charts.generations().current()).isEqualTo(first);

        assertThat(charts.refused(next))
                .hasMessageContaining("charts.part 1.0.0 to start")
                .hasMessageContaining("1500 ms");
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        latch.countDown();
        TestFramework.await(() ->
                framework.bundle(part) == null && framework.removalPending().isEmpty());
        charts.nothingHasChanged();
    }

    @Test
    void aFeatureThatRunsIsKnownByItsBundle() {
        LockedFeature feature = first.feature("charts").orElseThrow();
        assertThat(charts.applier().active(feature).bundleId())
                .isEqualTo(framework.bundle(one).getBundleId());
        assertThat(charts.applier().active(feature).version()).isEqualTo("1.0.0");
    }
}
