package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.sample.Samples.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.gate.Claims;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.FailsToStop;
import dev.dovetail.provisioner.sample.HangsAtStart;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.StartsQuietly;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

@Timeout(60)
class FrameworkBundlesTest {

    private final SampleBundle api = SampleBundle.named("charts.api", "1.0.0").exporting("charts.api", "1.0.0");
    private final SampleBundle charts = SampleBundle.named("charts", "1.0.0")
            .importing("charts.api", "[1,2)")
            .activator(StartsQuietly.class);

    private final Path home;
    private final TestFramework framework;
    private final Store store;
    private final FrameworkBundles bundles;

    FrameworkBundlesTest(@TempDir Path home) throws Exception {
        this.home = home;
        framework = new TestFramework(home.resolve("framework"));
        store = new Store(home.resolve("store"));
        bundles = framework.bundles(store, Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        framework.close();
    }

    private LockedBundle installed(SampleBundle bundle) throws Exception {
        Samples.put(store, bundle);
        LockedBundle locked = bundle.locked(REPOSITORY);
        bundles.install(locked, LockedWiring.UNKNOWN);
        return locked;
    }

    @Test
    void installsResolvesAndStarts() throws Exception {
        LockedBundle provider = installed(api);
        LockedBundle user = installed(charts);
        assertThat(bundles.running().bundles()).containsExactlyInAnyOrder(api.sha256(), charts.sha256());
        assertThat(bundles.running().started()).isEmpty();
        bundles.resolve(List.of(provider, user));
        assertThat(framework.bundle(charts).getState()).isEqualTo(Bundle.RESOLVED);
        bundles.start(user, Samples.feature("charts", user));
        assertThat(bundles.running().started()).containsExactly(charts.sha256());
        assertThat(framework.context().getServiceReference(CharSequence.class)).isNotNull();
        assertThat(bundles.id(charts.sha256()))
                .isEqualTo(framework.bundle(charts).getBundleId());
    }

    @Test
    void bundlesOfThePlatformAreNotCounted() throws Exception {
        try (var bytes = new java.io.ByteArrayInputStream(api.jar())) {
            framework.context().installBundle("platform:api.jar", bytes).start();
        }
        assertThat(bundles.running()).isEqualTo(new Running(java.util.Set.of(), java.util.Set.of()));
    }

    @Test
    void theReasonIsGivenForAWireThatCannotBeMadeAndNoCodeRuns() throws Exception {
        LockedBundle user = installed(charts);
        ApplyException failure = catchThrowableOfType(ApplyException.class, () -> bundles.resolve(List.of(user)));
        assertThat(failure.code()).isEqualTo("DT-APPLY-002");
        assertThat(failure).hasMessageContaining("charts 1.0.0").hasMessageContaining("osgi.wiring.package=charts.api");
        assertThat(framework.context().getServiceReference(CharSequence.class)).isNull();
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
        Samples.put(store, garbage);
        LockedBundle locked = new LockedBundle("charts", "1.0.0", Samples.content(garbage), REPOSITORY, REPOSITORY);
        ApplyException failure =
                catchThrowableOfType(ApplyException.class, () -> bundles.install(locked, LockedWiring.UNKNOWN));
        assertThat(failure).hasMessageContaining("charts 1.0.0");
        assertThat(framework.bundles()).isEmpty();
    }

    @Test
    void aBundleThatIsAnotherThanTheIndexSaysIsRefused() throws Exception {
        Samples.put(store, api);
        LockedBundle lie = new LockedBundle("charts", "1.0.0", api.content(), REPOSITORY, REPOSITORY);
        ApplyException failure =
                catchThrowableOfType(ApplyException.class, () -> bundles.install(lie, LockedWiring.UNKNOWN));
        assertThat(failure.code()).isEqualTo("DT-GATE-012");
        assertThat(failure)
                .hasMessageContaining("Expected charts 1.0.0")
                .hasMessageContaining("found \"charts.api 1.0.0\"");
        assertThat(framework.bundles()).isEmpty();
    }

    @Test
    void aDamagedFileIsAMatterOfTheHomeAndNotOfItsPublisher() throws Exception {
        Samples.put(store, api);
        Path file = stored(api);
        byte[] damaged = api.jar().clone();
        damaged[damaged.length - 1] ^= 1;
        Files.write(file, damaged);
        HomeException failure = catchThrowableOfType(
                HomeException.class, () -> bundles.inspect(api.locked(REPOSITORY), Claims.UNKNOWN, java.util.Set.of()));
        assertThat(failure.code()).isEqualTo("DT-HOME-002");
        assertThat(file).doesNotExist();
    }

    private Path stored(SampleBundle bundle) {
        return home.resolve("store/sha256/" + bundle.sha256().substring(0, 2) + "/" + bundle.sha256() + ".jar");
    }

    @Test
    void aShortVersionIsTheSameVersion() throws Exception {
        SampleBundle brief = SampleBundle.named("brief", "1");
        installed(brief);
        assertThat(framework.bundles()).containsExactly("brief 1.0.0");
    }

    @Test
    void aBundleThatIsThereAlreadyInOtherBytesIsRefused() throws Exception {
        installed(api);
        SampleBundle other = api.header("Bundle-Vendor", "another");
        Samples.put(store, other);
        ApplyException failure = catchThrowableOfType(
                ApplyException.class, () -> bundles.install(other.locked(REPOSITORY), LockedWiring.UNKNOWN));
        assertThat(failure.code()).isEqualTo("DT-APPLY-001");
        assertThat(framework.bundles()).containsExactly("charts.api 1.0.0");
    }

    @Test
    void whatIsNotInTheStoreIsAMatterOfTheHome() {
        HomeException failure = catchThrowableOfType(
                HomeException.class, () -> bundles.install(api.locked(REPOSITORY), LockedWiring.UNKNOWN));
        assertThat(failure.code()).isEqualTo("DT-HOME-002");
    }

    @Test
    void anActivatorThatThrowsIsQuoted() throws Exception {
        LockedBundle failing = installed(SampleBundle.named("failing", "1.0.0").activator(FailsToStart.class));
        bundles.resolve(List.of(failing));
        ApplyException failure = catchThrowableOfType(
                ApplyException.class, () -> bundles.start(failing, Samples.feature("charts", failing)));
        assertThat(failure.code()).isEqualTo("DT-START-001");
        assertThat(failure)
                .hasMessage("Expected failing 1.0.0 to start, which The charts 1.0.0 needs, but it threw"
                        + " java.lang.IllegalStateException: the table is not laid");
        assertThat(bundles.running().started()).isEmpty();
    }

    @Test
    void aBundleThatHangsIsGivenUpOthersGoOnAndItIsTakenOutOnceItComesBack() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        framework.context().registerService(CountDownLatch.class, latch, null);
        FrameworkBundles hasty = framework.bundles(store, Duration.ofMillis(300));
        SampleBundle sample = SampleBundle.named("hanging", "1.0.0").activator(HangsAtStart.class);
        LockedBundle hanging = installed(sample);
        hasty.resolve(List.of(hanging));
        ApplyException failure = catchThrowableOfType(
                ApplyException.class, () -> hasty.start(hanging, Samples.feature("charts", hanging)));
        assertThat(failure)
                .hasMessageMatching(
                        "Expected hanging 1\\.0\\.0 to start, which The charts 1\\.0\\.0 needs, but it did not come back"
                                + " within 300 ms; it is in .*HangsAtStart\\.start");
        assertThat(framework.bundle(sample).getState()).isEqualTo(Bundle.STARTING);

        hasty.remove(hanging);
        LockedBundle other = installed(api);
        bundles.resolve(List.of(other));
        bundles.start(other, Samples.feature("charts", other));
        assertThat(framework.active()).containsExactly("charts.api 1.0.0");

        latch.countDown();
        TestFramework.await(() -> framework.bundle(sample) == null);
        assertThat(framework.bundles()).containsExactly("charts.api 1.0.0");
    }

    @Test
    void anInterruptedStartIsGivenUp() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        framework.context().registerService(CountDownLatch.class, latch, null);
        LockedBundle hanging = installed(SampleBundle.named("hanging", "1.0.0").activator(HangsAtStart.class));
        Thread.currentThread().interrupt();
        ApplyException failure = catchThrowableOfType(
                ApplyException.class, () -> bundles.start(hanging, Samples.feature("charts", hanging)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessageContaining("Dovetail is closing");
        latch.countDown();
    }

    @Test
    void aBundleThatFailsToStopIsTakenOutAllTheSame() throws Exception {
        LockedBundle stubborn =
                installed(SampleBundle.named("stubborn", "1.0.0").activator(FailsToStop.class));
        bundles.resolve(List.of(stubborn));
        bundles.start(stubborn, Samples.feature("charts", stubborn));
        bundles.stop(stubborn);
        bundles.remove(stubborn);
        assertThat(framework.bundles()).isEmpty();
    }

    @Test
    void aBundleHasUsersWhileOthersAreWiredToIt() throws Exception {
        LockedBundle provider = installed(api);
        LockedBundle user = installed(charts);
        bundles.resolve(List.of(provider, user));
        assertThat(bundles.hasUsers(provider)).isTrue();
        assertThat(bundles.hasUsers(user)).isFalse();
        bundles.remove(user);
        assertThat(bundles.hasUsers(provider)).isFalse();
        bundles.remove(provider);
        assertThat(framework.bundles()).isEmpty();
        assertThat(framework.removalPending()).isEmpty();
    }

    @Test
    void aFragmentIsThereOnceItIsResolvedAndIsNeverStarted() throws Exception {
        SampleBundle sample = SampleBundle.named("charts.de", "1.0.0").header("Fragment-Host", "charts.api");
        LockedBundle fragment = installed(sample);
        LockedBundle host = installed(api);
        bundles.resolve(List.of(host, fragment));
        bundles.start(fragment, Samples.feature("charts", fragment));
        assertThat(bundles.running().started()).containsExactly(sample.sha256());
        bundles.stop(fragment);
        bundles.remove(fragment);
        bundles.remove(host);
        assertThat(framework.bundles()).isEmpty();
    }

    @Test
    void whatIsNotInTheFrameworkIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bundles.stop(api.locked(REPOSITORY)))
                .withMessageContaining("charts.api 1.0.0");
    }
}
