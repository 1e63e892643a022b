package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.apply.InstalledCharts.lockfile;
import static dev.dovetail.provisioner.apply.InstalledCharts.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleWorkbench;
import dev.dovetail.provisioner.sample.StartsQuietly;
import dev.dovetail.provisioner.sample.TestFramework;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A feature that restarts because what it is wired to moves, and bundles of which the framework takes one version only. */
@Timeout(60)
class RewiringTest {

    private final SampleBundle api = SampleBundle.named("charts.api", "1.0.0").exporting("charts.api", "1.0.0");
    private final SampleBundle newerApi =
            SampleBundle.named("charts.api", "1.1.0").exporting("charts.api", "1.1.0");
    private final SampleBundle one = SampleBundle.named("charts", "1.0.0")
            .importing("charts.api", "[1,2)")
            .activator(StartsQuietly.class);

    private final InstalledCharts charts;
    private final TestFramework framework;
    private final Lockfile first = lockfile(1, api, one);

    RewiringTest(@TempDir Path home) throws Exception {
        charts = new InstalledCharts(home, first, api, newerApi, one);
        framework = charts.framework();
    }

    @AfterEach
    void stop() {
        charts.close();
    }

    private Lockfile pinnedNow(SampleWorkbench workbench) throws Exception {
        Lockfile now = pinned(2, api, one);
        charts.apply(first, now);
        workbench.asked().clear();
        return now;
    }

    @Test
    void aFeatureWhoseApiMovesRestartsOnItAndBackAgain() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        Lockfile now = pinnedNow(workbench);
        Lockfile then = pinned(3, newerApi, one);
        charts.apply(now, then);
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.1.0");
        assertThat(framework.packages()).containsExactly("charts 1.0.0 <- charts.api <- charts.api 1.1.0");
        assertThat(framework.removalPending()).isEmpty();
        assertThat(workbench.asked()).containsExactly("charts 1.0.0 -> 1.0.0");
        long id = charts.applier().active(then.features().get(0)).bundleId();
        assertThat(framework.context().getBundle(id).getState()).isEqualTo(Bundle.ACTIVE);

        charts.apply(then, pinned(4, api, one));
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(framework.packages()).containsExactly("charts 1.0.0 <- charts.api <- charts.api 1.0.0");
        assertThat(charts.copies()).hasSize(1);
    }

    @Test
    void viewsAreHandedFromTheOlderToTheNewerOfTheSameVersion() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        Lockfile now = pinnedNow(workbench);
        long before = charts.applier().active(first.features().get(0)).bundleId();
        charts.apply(now, pinned(3, newerApi, one));
        assertThat(workbench.bundles())
                .containsExactly(before + " -> "
                        + charts.applier().active(first.features().get(0)).bundleId());
    }

    @Test
    void aRefusedRestartLeavesTheOlderOneAsItWas() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        Lockfile now = pinnedNow(workbench);
        Bundle before = framework.bundle(one);
        workbench.refuse("1.0.0");
        assertThat(charts.refused(now, pinned(3, newerApi, one)).code()).isEqualTo("DT-APPLY-004");
        assertThat(framework.bundles()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
        assertThat(before.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(framework.removalPending()).isEmpty();
        assertThat(charts.generations().current()).isEqualTo(now);
        assertThat(charts.applier().active(now.features().get(0)).bundleId()).isEqualTo(before.getBundleId());
        assertThat(charts.applier().running().started()).containsExactlyInAnyOrder(api.sha256(), one.sha256());
    }

    @Test
    void aRestartWhoseCommitFailsGivesTheViewsBack() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        Lockfile now = pinnedNow(workbench);
        charts.obstruct(3);
        assertThat(catchThrowableOfType(HomeException.class, () -> charts.apply(now, pinned(3, newerApi, one)))
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
        SampleWorkbench workbench = charts.showShell();
        SampleBundle alone = SampleBundle.named("charts", "1.5.0").alone();
        SampleBundle next = SampleBundle.named("charts", "2.0.0").alone();
        charts.offer(alone, next);
        Lockfile now = lockfile(2, api, alone);
        charts.apply(first, now);
        workbench.refuse("2.0.0");
        assertThat(charts.refused(now, lockfile(3, api, next)).code()).isEqualTo("DT-APPLY-004");
        assertThat(framework.active()).containsExactly("charts 1.5.0", "charts.api 1.0.0");
        workbench.refuse("");
        charts.apply(now, lockfile(3, api, next));
        assertThat(framework.bundles()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
        assertThat(framework.active()).containsExactly("charts 2.0.0", "charts.api 1.0.0");
    }

    @Test
    void aSingletonWhoseApiMovesRestartsOnItAndBackAgain() throws Exception {
        SampleWorkbench workbench = charts.showShell();
        SampleBundle alone = SampleBundle.named("charts", "1.1.0")
                .importing("charts.api", "[1,2)")
                .alone();
        charts.offer(alone);
        Lockfile now = pinned(2, api, alone);
        charts.apply(first, now);
        charts.apply(now, pinned(3, newerApi, alone));
        assertThat(framework.packages()).containsExactly("charts 1.1.0 <- charts.api <- charts.api 1.1.0");
        assertThat(framework.active()).containsExactly("charts 1.1.0", "charts.api 1.1.0");
        assertThat(charts.copies()).hasSize(1);

        workbench.refuse("1.1.0");
        assertThat(charts.refused(pinned(3, newerApi, alone), pinned(4, api, alone))
                        .code())
                .isEqualTo("DT-APPLY-004");
        assertThat(framework.active()).containsExactly("charts 1.1.0", "charts.api 1.1.0");
        assertThat(framework.packages()).containsExactly("charts 1.1.0 <- charts.api <- charts.api 1.1.0");
    }

    @Test
    void twoSingletonsOfOneNameDoNotComeTogether() throws Exception {
        SampleBundle part = SampleBundle.named("part", "1.0.0").alone();
        SampleBundle other = SampleBundle.named("part", "2.0.0").alone();
        charts.offer(part, other);
        assertThat(charts.refused(lockfile(2, api, part, other, one)).code()).isEqualTo("DT-APPLY-002");
        charts.nothingHasChanged();
    }

    @Test
    void wiresThatDoNotFitKeepNothingFromRunning() throws Exception {
        charts.apply(first, lockfile(2));
        Lockfile lie = new Lockfile(
                3,
                first.bundles(),
                first.features(),
                Map.of(one.sha256(), LockedWiring.of(List.of()), api.sha256(), LockedWiring.of(List.of())));
        charts.apply(lockfile(2), lie);
        assertThat(framework.active()).containsExactly("charts 1.0.0", "charts.api 1.0.0");
    }
}
