package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final RepositoryStatus STATUS =
            new RepositoryStatus(Samples.REPOSITORY, true, RepositoryStatus.State.CONNECTED, "");

    private final LockedBundle bundle = Samples.bundle("team.charts", "1.0.0");
    private final Lockfile installed = new Lockfile(4, List.of(bundle), List.of(Samples.feature("charts", bundle)));

    private static Known offering(SampleBundle... bundles) {
        Index index = new Index(
                Samples.REPOSITORY,
                Arrays.stream(bundles).map(b -> b.indexed(Samples.REPOSITORY)).toList(),
                List.of());
        return new Known(Catalog.of(List.of(index)), List.of(STATUS), Map.of());
    }

    private static SampleBundle charts(String name, String version) {
        return SampleBundle.named(name, version).feature("charts", "Charts");
    }

    private FeatureStatus.State state(SampleBundle... offered) {
        return Snapshots.of(installed, offering(offered), List.of())
                .feature("charts")
                .orElseThrow()
                .state();
    }

    @Test
    void whatIsInstalledIsInstalledWhetherItIsOnOfferOrNot() {
        assertThat(state()).isEqualTo(new FeatureStatus.Installed("1.0.0"));
        assertThat(state(charts("team.charts", "1.0.0"))).isEqualTo(new FeatureStatus.Installed("1.0.0"));
        assertThat(state(charts("team.charts", "0.9.0"))).isEqualTo(new FeatureStatus.Installed("1.0.0"));
    }

    @Test
    void somethingNewerIsAnUpdate() {
        assertThat(state(charts("team.charts", "1.0.1"), charts("team.charts", "1.10.0")))
                .isEqualTo(new FeatureStatus.Updatable("1.0.0", "1.10.0"));
    }

    @Test
    void anotherTeamsBundleIsNoUpdate() {
        assertThat(state(charts("rival.charts", "9.0.0"))).isEqualTo(new FeatureStatus.Installed("1.0.0"));
    }

    @Test
    void whatIsInstalledShowsWhatTheInstalledVersionSaysOfItself() {
        FeatureStatus status = Snapshots.of(installed, offering(charts("team.charts", "2.0.0")), List.of())
                .feature("charts")
                .orElseThrow();
        assertThat(status.title()).isEqualTo("The charts");
        assertThat(status.contributions()).extracting(c -> c.title()).containsExactly("The charts");
    }

    @Test
    void featuresStandByTitleWithoutRegardToCase() {
        Snapshot snapshot = Snapshots.of(
                installed,
                offering(
                        SampleBundle.named("b", "1.0.0").feature("b", "zebra"),
                        SampleBundle.named("a", "1.0.0").feature("a", "Yak")),
                List.of());
        assertThat(snapshot.features()).extracting(FeatureStatus::id).containsExactly("charts", "a", "b");
        assertThat(snapshot.generation()).isEqualTo(4);
        assertThat(snapshot.bundles()).isEqualTo(1);
        assertThat(snapshot.repositories()).containsExactly(STATUS);
    }
}
