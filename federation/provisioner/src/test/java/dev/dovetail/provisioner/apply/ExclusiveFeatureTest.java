package dev.dovetail.provisioner.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.FailsToStart;
import dev.dovetail.provisioner.sample.HoldsTheOnlyOne;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleWorkbench;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.TestFramework;
import java.nio.file.Path;
import java.util.List;
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

    private final InstalledCharts charts;
    private final TestFramework framework;
    private final SampleWorkbench workbench;
    private final Lockfile first = lockfile(1, one, true);

    ExclusiveFeatureTest(@TempDir Path home) throws Exception {
        charts = new InstalledCharts(home, first, one, two, broken);
        framework = charts.framework();
        workbench = charts.showShell();
    }

    @AfterEach
    void stop() {
        charts.close();
    }

    private static Lockfile lockfile(long generation, SampleBundle bundle, boolean exclusive) {
        Lockfile plain = InstalledCharts.lockfile(generation, bundle);
        return exclusive
                ? new Lockfile(
                        generation,
                        plain.bundles(),
                        List.of(Samples.exclusive(plain.features().get(0))))
                : plain;
    }

    @Test
    void theNextVersionGetsWhatTheOldOneHeld() throws Exception {
        charts.apply(first, lockfile(2, two, true));

        assertThat(framework.active()).containsExactly("charts 2.0.0");
        assertThat(framework.bundles()).containsExactly("charts 2.0.0");
        assertThat(workbench.asked()).containsExactly("suspend charts 1.0.0", "resume charts 2.0.0");
    }

    @Test
    void oneThatDoesNotSaySoFailsBesideItself() throws Exception {
        Lockfile current = lockfile(1, one, false);

        ApplyException failure = charts.refused(current, lockfile(2, two, false));

        assertThat(failure).hasMessageContaining("held already");
        charts.nothingHasChanged();
    }

    @Test
    void aNextVersionThatDoesNotStartBringsTheOldOneBackWithItsViews() throws Exception {
        ApplyException failure = charts.refused(lockfile(2, broken, true));

        assertThat(failure.code()).isEqualTo("DT-START-001");
        assertThat(workbench.asked()).containsExactly("suspend charts 1.0.0", "resume charts 1.0.0");
        charts.nothingHasChanged();
    }

    @Test
    void viewsThatCannotBeOpenedBringTheOldOneBack() throws Exception {
        workbench.refuse("2.0.0");

        ApplyException failure = charts.refused(lockfile(2, two, true));

        assertThat(failure.code()).isEqualTo("DT-APPLY-004");
        assertThat(workbench.asked())
                .containsExactly("suspend charts 1.0.0", "resume charts 2.0.0", "resume charts 1.0.0");
        charts.nothingHasChanged();
    }

    @Test
    void aCommitThatFailsSuspendsTheNewViewsAndBringsTheOldOneBack() throws Exception {
        charts.obstruct(2);

        assertThat(catchThrowableOfType(HomeException.class, () -> charts.apply(first, lockfile(2, two, true))))
                .isNotNull();

        assertThat(workbench.asked())
                .containsExactly(
                        "suspend charts 1.0.0", "resume charts 2.0.0", "suspend charts 2.0.0", "resume charts 1.0.0");
        charts.nothingHasChanged();
    }
}
