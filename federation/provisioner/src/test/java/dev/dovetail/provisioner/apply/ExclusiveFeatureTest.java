package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.sample.Samples.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.Workbench;
import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.HoldsTheOnlyOne;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleWorkbench;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A feature whose bundle holds something of which there is one, in a real framework, and its way to the next version and back. */
@Timeout(60)
class ExclusiveFeatureTest {

    private final SampleBundle one = SampleBundle.named("charts", "1.0.0").activator(HoldsTheOnlyOne.class);
    private final SampleBundle two = SampleBundle.named("charts", "2.0.0").activator(HoldsTheOnlyOne.class);
    private final SampleBundle broken = SampleBundle.named("charts", "3.0.0").activator(FailsToStart.class);

    private final Path home;
    private final TestFramework framework;
    private final Generations generations;
    private final Applier applier;
    private final SampleWorkbench workbench = new SampleWorkbench();
    private final Lockfile first = lockfile(1, one, true);

    ExclusiveFeatureTest(@TempDir Path home) throws Exception {
        this.home = home;
        framework = new TestFramework(home.resolve("framework"));
        generations = new Generations(home);
        Store store = new Store(home.resolve("store"));
        applier = new Applier(
                framework.bundles(store, Duration.ofMillis(1500)),
                generations,
                () -> Optional.<Workbench>of(workbench));
        Samples.put(store, one, two, broken);
        apply(Lockfile.EMPTY, first);
    }

    @AfterEach
    void stop() {
        framework.close();
    }

    private static Lockfile lockfile(long generation, SampleBundle bundle, boolean exclusive) {
        LockedBundle locked = bundle.locked(REPOSITORY);
        var feature = Samples.feature("charts", locked);
        return new Lockfile(generation, List.of(locked), List.of(exclusive ? Samples.exclusive(feature) : feature));
    }

    private void apply(Lockfile current, Lockfile next) throws Exception {
        applier.apply(Steps.change(current, new Step.Commit(next, new byte[0]), applier.running(), "charts"));
    }

    private void nothingHasChanged() throws Exception {
        assertThat(framework.active()).containsExactly("charts 1.0.0");
        assertThat(framework.bundles()).containsExactly("charts 1.0.0");
        assertThat(generations.current()).isEqualTo(first);
    }

    @Test
    void theNextVersionGetsWhatTheOldOneHeld() throws Exception {
        apply(first, lockfile(2, two, true));

        assertThat(framework.active()).containsExactly("charts 2.0.0");
        assertThat(framework.bundles()).containsExactly("charts 2.0.0");
        assertThat(workbench.asked()).containsExactly("suspend charts 1.0.0", "resume charts 2.0.0");
    }

    @Test
    void oneThatDoesNotSaySoFailsBesideItself() throws Exception {
        Lockfile current = lockfile(1, one, false);

        ApplyException failure =
                catchThrowableOfType(ApplyException.class, () -> apply(current, lockfile(2, two, false)));

        assertThat(failure).hasMessageContaining("held already");
        nothingHasChanged();
    }

    @Test
    void aNextVersionThatDoesNotStartBringsTheOldOneBackWithItsViews() throws Exception {
        ApplyException failure =
                catchThrowableOfType(ApplyException.class, () -> apply(first, lockfile(2, broken, true)));

        assertThat(failure.code()).isEqualTo("DT-START-001");
        assertThat(workbench.asked()).containsExactly("suspend charts 1.0.0", "resume charts 1.0.0");
        nothingHasChanged();
    }

    @Test
    void viewsThatCannotBeOpenedBringTheOldOneBack() throws Exception {
        workbench.refuse("2.0.0");

        ApplyException failure = catchThrowableOfType(ApplyException.class, () -> apply(first, lockfile(2, two, true)));

        assertThat(failure.code()).isEqualTo("DT-APPLY-004");
        assertThat(workbench.asked())
                .containsExactly("suspend charts 1.0.0", "resume charts 2.0.0", "resume charts 1.0.0");
        nothingHasChanged();
    }

    @Test
    void aCommitThatFailsSuspendsTheNewViewsAndBringsTheOldOneBack() throws Exception {
        Files.createDirectories(home.resolve("generations/2.lock/in the way"));

        assertThat(catchThrowableOfType(HomeException.class, () -> apply(first, lockfile(2, two, true))))
                .isNotNull();

        assertThat(workbench.asked())
                .containsExactly(
                        "suspend charts 1.0.0", "resume charts 2.0.0", "suspend charts 2.0.0", "resume charts 1.0.0");
        nothingHasChanged();
    }
}
