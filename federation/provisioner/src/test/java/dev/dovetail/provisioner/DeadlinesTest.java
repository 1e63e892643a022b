package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.catalog.BundleSketch.catalog;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.Mandate;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.FailedVersion;
import dev.dovetail.provisioner.plan.Pins;
import dev.dovetail.provisioner.sample.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.VersionRange;

class DeadlinesTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-08T12:00:00Z");
    private static final Deadline DUE = new Deadline("1.1.0", NOON, "A gap is closed.");

    private final LockedBundle bundle = Samples.bundle("acme.charts", "1.0.0");
    private final Lockfile installed = new Lockfile(4, List.of(bundle), List.of(Samples.feature("charts", bundle)));
    private final IndexedBundle due = mandated("1.1.0", NOON);
    private final IndexedBundle free = feature("charts", "1.2.0").build();

    private static IndexedBundle mandated(String version, Instant by) {
        return feature("charts", version)
                .provides(
                        Mandate.NAMESPACE,
                        new Mandate(by, "A gap is closed.").clause().attributes(),
                        Map.of())
                .build();
    }

    private Map<String, Deadline> deadlines(IndexedBundle... offered) {
        return Deadlines.of(installed, catalog(offered));
    }

    private FeatureStatus.State state(Pins pins, List<FailedVersion> failed, IndexedBundle... offered) {
        Known known = new Known(catalog(offered), List.of(), Map.of(), pins, Map.of());
        return Snapshots.of(installed, known, failed)
                .feature("charts")
                .orElseThrow()
                .state();
    }

    @Test
    void aReleaseThatMustBeInIsDueWhateverElseIsOnOffer() {
        assertThat(deadlines(due)).containsOnly(Map.entry("charts", DUE));
        assertThat(deadlines(due, free)).containsOnly(Map.entry("charts", DUE));
        assertThat(deadlines(free)).isEmpty();
    }

    @Test
    void aReleaseThatNeedNotBeInAnyMoreIsNotDueAndLiftsNothingElse() {
        IndexedBundle withdrawn = feature("charts", "1.1.0").build();
        assertThat(deadlines(withdrawn)).isEmpty();
        assertThat(state(Pins.NONE, List.of(), withdrawn)).isEqualTo(new Updatable("1.0.0", "1.1.0"));
        assertThat(deadlines(withdrawn, mandated("1.2.0", NOON))).containsKey("charts");
    }

    @Test
    void ofSeveralTheEarliestCounts() {
        assertThat(deadlines(mandated("1.3.0", LATER), due)).containsOnly(Map.entry("charts", DUE));
        assertThat(deadlines(mandated("1.0.5", LATER), due)).containsOnly(Map.entry("charts", DUE));
    }

    @Test
    void whoHasItOrSomethingNewerOwesNothing() {
        assertThat(deadlines(mandated("1.0.0", NOON), mandated("0.9.0", NOON))).isEmpty();
    }

    @Test
    void anotherTeamsBundleMustNotBeIn() {
        LockedBundle rival = Samples.bundle("rival.charts", "1.0.0");
        Lockfile other = new Lockfile(4, List.of(rival), List.of(Samples.feature("charts", rival)));
        assertThat(Deadlines.of(other, catalog(due))).isEmpty();
    }

    @Test
    void theUpdateToTheNewestSaysUntilWhen() {
        assertThat(state(Pins.NONE, List.of(), due, free)).isEqualTo(new Updatable("1.0.0", "1.2.0", Optional.of(DUE)));
    }

    @Test
    void aPinHoldsItOffAndSaysSo() {
        Pins pins = Pins.NONE.with("charts", new VersionRange("[1.0,1.1)"));
        assertThat(state(pins, List.of(), due, free))
                .isEqualTo(new HeldBack(
                        "1.0.0",
                        "1.1.0",
                        "The charts is pinned to [1.0.0,1.1.0). To let it come: dovetail unpin charts",
                        Optional.of(DUE)));
        assertThat(state(pins, List.of(), free)).isEqualTo(new Installed("1.0.0"));
    }

    @Test
    void aPinThatLetsItOrSomethingNewerInHoldsNothingOff() {
        assertThat(state(Pins.NONE.with("charts", new VersionRange("[1.0,2)")), List.of(), due))
                .isEqualTo(new Updatable("1.0.0", "1.1.0", Optional.of(DUE)));
        assertThat(state(Pins.NONE.with("charts", new VersionRange("[1.2,2)")), List.of(), due, free))
                .isEqualTo(new Updatable("1.0.0", "1.2.0", Optional.of(DUE)));
    }

    @Test
    void whatFailedHereIsNotForcedButStillDue() {
        FailedVersion failed = new FailedVersion("charts", "1.1.0", due.sha256(), "It broke.", NOON);
        assertThat(state(Pins.NONE, List.of(failed), due))
                .isEqualTo(new HeldBack("1.0.0", "1.1.0", "It broke.", Optional.of(DUE)));
        assertThat(state(Pins.NONE, List.of(failed), due, free))
                .as("nothing that is on offer must be in")
                .isEqualTo(new Updatable("1.0.0", "1.2.0"));
    }
}
