package dev.dovetail.provisioner.generation;

import static dev.dovetail.provisioner.sample.Samples.bundle;
import static dev.dovetail.provisioner.sample.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.provisioner.sample.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockfileTest {

    private final LockedBundle api = bundle("charts.api", "1.0.0");
    private final LockedBundle charts = bundle("charts", "2.0.0");

    @Test
    void findsFeaturesBundlesAndClosures() {
        LockedFeature feature = feature("charts", api, charts);
        Lockfile lockfile = new Lockfile(1, List.of(charts, api), List.of(feature));
        assertThat(lockfile.feature("charts")).contains(feature);
        assertThat(lockfile.feature("tables")).isEmpty();
        assertThat(lockfile.closure(feature)).containsExactly(api, charts);
        assertThat(lockfile.bundle(api.content().sha256())).isEqualTo(api);
    }

    @Test
    void everyBundleOfAFeatureMustBeThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lockfile(7, List.of(charts), List.of(feature("charts", api, charts))))
                .withMessage("Expected every bundle of charts among the bundles of generation 7");
    }

    @Test
    void aBundleIsThereOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lockfile(1, List.of(api, api), List.of()))
                .withMessageContaining("charts.api");
    }

    @Test
    void aFeatureIsThereOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Lockfile(1, List.of(charts), List.of(feature("charts", charts), feature("charts", charts))))
                .withMessageContaining("found it twice: charts");
    }

    @Test
    void aGenerationIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lockfile(-1, List.of(), List.of()))
                .withMessageContaining("-1");
    }

    @Test
    void aFeatureBundleBelongsToItsOwnClosure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockedFeature(
                        "charts",
                        "1.0.0",
                        "Charts",
                        "",
                        "box",
                        "",
                        false,
                        Samples.REPOSITORY,
                        charts.content().sha256(),
                        List.of(api.content().sha256()),
                        List.of()))
                .withMessageContaining("charts");
    }

    @Test
    void aVersionHasTheFormOfOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> bundle("charts", "newest"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockedFeature(
                        "charts",
                        "newest",
                        "Charts",
                        "",
                        "box",
                        "",
                        false,
                        Samples.REPOSITORY,
                        charts.content().sha256(),
                        List.of(charts.content().sha256()),
                        List.of()));
    }

    @Test
    void theFrameworkKnowsABundleByItsBytes() {
        assertThat(api.location()).isEqualTo("sha256:" + api.content().sha256());
        assertThat(api.name()).isEqualTo("charts.api 1.0.0");
    }
}
