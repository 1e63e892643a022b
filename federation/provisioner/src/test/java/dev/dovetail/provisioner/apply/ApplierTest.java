package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.sample.Samples.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.Workbench;
import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.FailsToStop;
import dev.dovetail.provisioner.sample.HangsAtStart;
import dev.dovetail.provisioner.sample.HangsAtStop;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleWorkbench;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.StartsQuietly;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

@Timeout(60)
class ApplierTest {

    private final SampleBundle api = SampleBundle.named("charts.api", "1.0.0").exporting("charts.api", "1.0.0");
    private final SampleBundle one = SampleBundle.named("charts", "1.0.0")
            .importing("charts.api", "[1,2)")
            .activator(StartsQuietly.class);
    private final SampleBundle two = SampleBundle.named("charts", "2.0.0")
            .importing("charts.api", "[1,2)")
            .activator(StartsQuietly.class);

    private final Path home;
    private final TestFramework framework;
    private final Generations generations;
    private final Store store;
    private final Applier applier;
    private final SampleWorkbench workbench = new SampleWorkbench();
    private final Retirements retirements = new Retirements(Clock.systemUTC());
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Lockfile first = lockfile(1, api, one);

    ApplierTest(@TempDir Path home) throws Exception {
        this.home = home;
        framework = new TestFramework(home.resolve("framework"));
        generations = new Generations(home);
        store = new Store(home.resolve("store"));
        retirements.listen(told::add);
        applier = new Applier(
                framework.bundles(store, Duration.ofMillis(1500), retirements), generations, this::workbench);
        Samples.put(store, api, one, two);
        apply(Lockfile.EMPTY, first);
    }

    @AfterEach
    void stop() {
        framework.close();
    }

    /** As the launcher finds it: by the service registry. */
    private Optional<Workbench> workbench() {
        ServiceReference<Workbench> reference = framework.context().getServiceReference(Workbench.class);
        return Optional.ofNullable(
                reference == null ? null : framework.context().getService(reference));
    }

    private void showShell() {
        framework.context().registerService(Workbench.class, workbench, null);
    }

    private static Lockfile lockfile(long generation, SampleBundle... closure) {
        List<LockedBundle> bundles =
                Arrays.stream(closure).map(bundle -> bundle.locked(REPOSITORY)).toList();
        if (bundles.isEmpty()) {
            return new Lockfile(generation, bundles, List.of());
        }
        LockedFeature feature = Samples.feature("charts", bundles.toArray(LockedBundle[]::new));
        return new Lockfile(generation, bundles, List.of(feature));
    }

    private void apply(Lockfile current, Lockfile next) throws Exception {
        applier.apply(Steps.change(current, new Step.Commit(next, new byte[0]), applier.running(), "charts"));
    }

    private ApplyException refused(Lockfile next) {
        return catchThrowableOfType(ApplyException.class, () -> apply(first, next));
    }

    private void nothingHasChanged() throws Exception {
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(framework.bundles()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(framework.removalPending()).isEmpty();
        assertThat(generations.current()).isEqualTo(first);
    }

    @Test
    void anUpdateRunsTheNewHandsOverAndLeavesNothingOfTheOld() throws Exception {
        showShell();
        Bundle old = framework.bundle(one);
        apply(first, lockfile(2, api, two));
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
        assertThat(old.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(framework.removalPending()).isEmpty();
        assertThat(generations.current()).isEqualTo(lockfile(2, api, two));
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 2.0.0");
    }

    @Test
    void withoutAShellThereIsNothingToHandOver() throws Exception {
        apply(first, lockfile(2, api, two));
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
    }

    @Test
    void aRefusedHandOverIsUndoneAsIfNothingHadBeen() throws Exception {
        showShell();
        workbench.refuse("2.0.0");
        ApplyException failure = refused(lockfile(2, api, two));
        assertThat(failure.code()).isEqualTo("DT-APPLY-004");
        assertThat(failure)
                .hasMessage("Expected The charts 2.0.0 to take over from 1.0.0, but its view could not be built");
        nothingHasChanged();
    }

    @Test
    void aShellThatFailsWithAnErrorIsUndoneToo() throws Exception {
        showShell();
        workbench.fail();
        ApplyException failure = refused(lockfile(2, api, two));
        assertThat(failure.code()).isEqualTo("DT-APPLY-003");
        assertThat(failure).hasMessageContaining("HandOver charts 2.0.0").hasMessageContaining("charts/Axis");
        nothingHasChanged();
    }

    @Test
    void whenTheCommitFailsTheViewsGoBackAndAllIsUndone() throws Exception {
        showShell();
        Files.createDirectories(home.resolve("generations/2.lock/in the way"));
        HomeException failure = catchThrowableOfType(HomeException.class, () -> apply(first, lockfile(2, api, two)));
        assertThat(failure.code()).isEqualTo("DT-HOME-004");
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 2.0.0", "charts 2.0.0 -> 1.0.0");
        nothingHasChanged();
    }

    @Test
    void whenTheViewsCannotGoBackTheRestIsUndoneAllTheSame() throws Exception {
        showShell();
        workbench.refuse("1.0.0");
        Files.createDirectories(home.resolve("generations/2.lock/in the way"));
        assertThat(catchThrowableOfType(HomeException.class, () -> apply(first, lockfile(2, api, two))))
                .isNotNull();
        nothingHasChanged();
    }

    @Test
    void aNewVersionThatLacksAPackageIsUndone() throws Exception {
        SampleBundle lacking = two.importingSilently("charts.paper", "[3,4)");
        Samples.put(store, lacking);
        ApplyException failure = refused(lockfile(2, api, lacking));
        assertThat(failure.code()).isEqualTo("DT-APPLY-002");
        assertThat(failure).hasMessageContaining("charts.paper");
        nothingHasChanged();
    }

    @Test
    void aNewVersionThatThrowsIsUndoneWithAllThatCameWithIt() throws Exception {
        SampleBundle paper = SampleBundle.named("paper", "1.0.0").activator(StartsQuietly.class);
        SampleBundle failing = SampleBundle.named("charts", "2.0.0").activator(FailsToStart.class);
        Samples.put(store, paper, failing);
        assertThat(refused(lockfile(2, api, paper, failing)).code()).isEqualTo("DT-START-001");
        nothingHasChanged();
    }

    @Test
    void aMissingFileIsUndone() throws Exception {
        SampleBundle absent = SampleBundle.named("absent", "1.0.0");
        assertThat(catchThrowableOfType(HomeException.class, () -> apply(first, lockfile(2, api, two, absent)))
                        .code())
                .isEqualTo("DT-HOME-002");
        nothingHasChanged();
    }

    @Test
    void aNewVersionThatHangsIsUndoneAndGoesOnceItComesBack() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        framework.context().registerService(CountDownLatch.class, latch, null);
        SampleBundle hanging = SampleBundle.named("charts", "2.0.0").activator(HangsAtStart.class);
        Samples.put(store, hanging);
        assertThat(refused(lockfile(2, api, hanging))).hasMessageContaining("did not come back within 1500 ms");
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(generations.current()).isEqualTo(first);
        latch.countDown();
        TestFramework.await(() ->
                framework.bundle(hanging) == null && framework.removalPending().isEmpty());
        nothingHasChanged();
    }

    @Test
    void anInterruptIsKeptFromTheUndoingAndGivenBackAfterIt() throws Exception {
        showShell();
        List<Boolean> interrupted = new ArrayList<>();
        workbench.meanwhile(() -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
        });
        HomeException failure = catchThrowableOfType(HomeException.class, () -> apply(first, lockfile(2, api, two)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.code()).isEqualTo("DT-HOME-004");
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 2.0.0", "charts 2.0.0 -> 1.0.0");
        assertThat(interrupted).containsExactly(false, false);
        nothingHasChanged();
    }

    @Test
    void aRetiredBundleThatOthersAreWiredToStays() throws Exception {
        SampleBundle newer = SampleBundle.named("charts.api", "1.1.0").exporting("charts.api", "1.1.0");
        Samples.put(store, newer);
        Lockfile next = lockfile(2, newer, one);
        applier.apply(Steps.change(first, new Step.Commit(next, new byte[0]), applier.running(), ""));
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0", "charts.api 1.1.0");
        assertThat(generations.current()).isEqualTo(next);
    }

    @Test
    void aRemovalClosesTheViewsAndTakesEverythingOut() throws Exception {
        showShell();
        Lockfile next = new Lockfile(2, List.of(), List.of());
        applier.apply(Steps.change(first, new Step.Commit(next, new byte[0]), applier.running(), ""));
        assertThat(workbench.asked()).containsExactly("close charts");
        assertThat(framework.bundles()).isEmpty();
        assertThat(framework.removalPending()).isEmpty();
    }

    @Test
    void whatFailsBehindTheCommitDoesNotTakeItBack() throws Exception {
        showShell();
        workbench.fail();
        Lockfile next = new Lockfile(2, List.of(), List.of());
        applier.apply(Steps.change(first, new Step.Commit(next, new byte[0]), applier.running(), ""));
        assertThat(framework.bundles()).isEmpty();
        assertThat(generations.current()).isEqualTo(next);
    }

    @Test
    void anOldVersionThatFailsToStopGoesAllTheSame() throws Exception {
        SampleBundle stubborn = SampleBundle.named("charts", "3.0.0").activator(FailsToStop.class);
        Samples.put(store, stubborn);
        Lockfile third = lockfile(2, api, stubborn);
        apply(first, third);
        apply(third, lockfile(3, api, two));
        assertThat(framework.bundles()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
    }

    @Test
    void anOldVersionThatHangsWhileItStopsDelaysTheUpdateByTheLimitAndIsNamed() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        framework.context().registerService(CountDownLatch.class, latch, null);
        SampleBundle stuck = SampleBundle.named("charts", "3.0.0").activator(HangsAtStop.class);
        Samples.put(store, stuck);
        Lockfile third = lockfile(2, api, stuck);
        apply(first, third);
        Lockfile last = lockfile(3, api, two);
        apply(third, last);
        assertThat(generations.current()).isEqualTo(last);
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
        assertThat(told)
                .singleElement()
                .asString()
                .matches("Expected charts 3\\.0\\.0 to stop, but it did not come back within 1500 ms; it is in"
                        + " .*HangsAtStop\\.stop; it goes when it comes back, or with the next start\\.");
        assertThat(retirements.present()).extracting(Retirement::name).contains("charts 3.0.0");
        latch.countDown();
        TestFramework.await(() -> framework.bundle(stuck) == null);
        assertThat(retirements.present())
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
        Samples.put(store, part, broken);
        Lockfile next = lockfile(2, api, part, broken);
        assertThat(refused(next)).hasMessageContaining("charts 2.1.0");
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(generations.current()).isEqualTo(first);

        assertThat(refused(next))
                .hasMessageContaining("charts.part 1.0.0 to start")
                .hasMessageContaining("1500 ms");
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        latch.countDown();
        TestFramework.await(() ->
                framework.bundle(part) == null && framework.removalPending().isEmpty());
        nothingHasChanged();
    }

    @Test
    void aFeatureThatRunsIsKnownByItsBundle() {
        LockedFeature feature = first.feature("charts").orElseThrow();
        assertThat(applier.active(feature).bundleId())
                .isEqualTo(framework.bundle(one).getBundleId());
        assertThat(applier.active(feature).version()).isEqualTo("1.0.0");
    }

    private final SampleBundle newerApi =
            SampleBundle.named("charts.api", "1.1.0").exporting("charts.api", "1.1.0");

    /** With its wires. */
    private static Lockfile pinned(long generation, SampleBundle provider, SampleBundle user) {
        Lockfile plain = lockfile(generation, provider, user);
        return new Lockfile(
                generation,
                plain.bundles(),
                plain.features(),
                Map.of(
                        provider.sha256(),
                        LockedWiring.of(List.of()),
                        user.sha256(),
                        LockedWiring.of(
                                List.of(new LockedWire("osgi.wiring.package", "charts.api", provider.sha256())))));
    }

    private Lockfile pinnedNow() throws Exception {
        Samples.put(store, newerApi);
        Lockfile now = pinned(2, api, one);
        apply(first, now);
        workbench.asked().clear();
        return now;
    }

    private Set<String> copiesOfCharts() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("charts"))
                .map(Bundle::getLocation)
                .collect(Collectors.toSet());
    }

    @Test
    void aFeatureWhoseApiMovesRestartsOnItAndBackAgain() throws Exception {
        showShell();
        Lockfile now = pinnedNow();
        Lockfile then = pinned(3, newerApi, one);
        apply(now, then);
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.1.0");
        assertThat(framework.packages()).containsExactly("charts 1.0.0 <- charts.api <- charts.api 1.1.0");
        assertThat(framework.removalPending()).isEmpty();
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 1.0.0");
        long id = applier.active(then.features().get(0)).bundleId();
        assertThat(framework.context().getBundle(id).getState()).isEqualTo(Bundle.ACTIVE);

        apply(then, pinned(4, api, one));
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(framework.packages()).containsExactly("charts 1.0.0 <- charts.api <- charts.api 1.0.0");
        assertThat(copiesOfCharts()).hasSize(1);
    }

    @Test
    void viewsAreHandedFromTheOlderToTheNewerOfTheSameVersion() throws Exception {
        showShell();
        Lockfile now = pinnedNow();
        long before = applier.active(first.features().get(0)).bundleId();
        apply(now, pinned(3, newerApi, one));
        assertThat(workbench.bundles())
                .containsExactly(before + " -> "
                        + applier.active(first.features().get(0)).bundleId());
    }

    @Test
    void aRefusedRestartLeavesTheOlderOneAsItWas() throws Exception {
        showShell();
        Lockfile now = pinnedNow();
        Bundle before = framework.bundle(one);
        workbench.refuse("1.0.0");
        assertThat(catchThrowableOfType(ApplyException.class, () -> apply(now, pinned(3, newerApi, one)))
                        .code())
                .isEqualTo("DT-APPLY-004");
        assertThat(framework.bundles()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(before.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(framework.removalPending()).isEmpty();
        assertThat(generations.current()).isEqualTo(now);
        assertThat(applier.active(now.features().get(0)).bundleId()).isEqualTo(before.getBundleId());
        assertThat(applier.running().started()).containsExactlyInAnyOrder(api.sha256(), one.sha256());
    }

    @Test
    void aRestartWhoseCommitFailsGivesTheViewsBack() throws Exception {
        showShell();
        Lockfile now = pinnedNow();
        Files.createDirectories(home.resolve("generations/3.lock/in the way"));
        assertThat(catchThrowableOfType(HomeException.class, () -> apply(now, pinned(3, newerApi, one)))
                        .code())
                .isEqualTo("DT-HOME-004");
        assertThat(workbench.bundles()).hasSize(2);
        assertThat(workbench.bundles().get(1))
                .isEqualTo(String.join(
                        " -> ",
                        Arrays.asList(workbench.bundles().get(0).split(" -> ")).get(1),
                        Arrays.asList(workbench.bundles().get(0).split(" -> ")).get(0)));
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
    }

    @Test
    void aSingletonIsFollowedByItsNextVersionAndTakesOverAgainWhenThatFails() throws Exception {
        showShell();
        SampleBundle alone = SampleBundle.named("charts", "1.5.0").alone();
        SampleBundle next = SampleBundle.named("charts", "2.0.0").alone();
        Samples.put(store, alone, next);
        Lockfile now = lockfile(2, api, alone);
        apply(first, now);
        workbench.refuse("2.0.0");
        assertThat(catchThrowableOfType(ApplyException.class, () -> apply(now, lockfile(3, api, next)))
                        .code())
                .isEqualTo("DT-APPLY-004");
        assertThat(framework.active()).containsExactly("charts 1.5.0", "charts.api 1.0.0");
        workbench.refuse("");
        apply(now, lockfile(3, api, next));
        assertThat(framework.bundles()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
    }

    @Test
    void aSingletonWhoseApiMovesRestartsOnItAndBackAgain() throws Exception {
        showShell();
        SampleBundle alone = SampleBundle.named("charts", "1.1.0")
                .importing("charts.api", "[1,2)")
                .alone();
        Samples.put(store, newerApi, alone);
        Lockfile now = pinned(2, api, alone);
        apply(first, now);
        apply(now, pinned(3, newerApi, alone));
        assertThat(framework.packages()).containsExactly("charts 1.1.0 <- charts.api <- charts.api 1.1.0");
        assertThat(framework.active()).containsExactly("charts 1.1.0", "charts.api 1.1.0");
        assertThat(copiesOfCharts()).hasSize(1);

        workbench.refuse("1.1.0");
        assertThat(catchThrowableOfType(
                                ApplyException.class, () -> apply(pinned(3, newerApi, alone), pinned(4, api, alone)))
                        .code())
                .isEqualTo("DT-APPLY-004");
        assertThat(framework.active()).containsExactly("charts 1.1.0", "charts.api 1.1.0");
        assertThat(framework.packages()).containsExactly("charts 1.1.0 <- charts.api <- charts.api 1.1.0");
    }

    @Test
    void twoSingletonsOfOneNameDoNotComeTogether() throws Exception {
        SampleBundle part = SampleBundle.named("part", "1.0.0").alone();
        SampleBundle other = SampleBundle.named("part", "2.0.0").alone();
        Samples.put(store, part, other);
        assertThat(refused(lockfile(2, api, part, other, two)).code()).isEqualTo("DT-APPLY-002");
        nothingHasChanged();
    }

    @Test
    void wiresThatDoNotFitKeepNothingFromRunning() throws Exception {
        apply(first, lockfile(2));
        Lockfile lie = new Lockfile(
                3,
                first.bundles(),
                first.features(),
                Map.of(one.sha256(), LockedWiring.of(List.of()), api.sha256(), LockedWiring.of(List.of())));
        apply(lockfile(2), lie);
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
    }
}
