package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.updates.DeadlineText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateOffersTest {

    private final UpdateOffers offers = new UpdateOffers(new DeadlineText(ZoneOffset.UTC));

    private static FeatureStatus charts(FeatureStatus.State state) {
        return feature("charts", "Charts", "box", "", "", state);
    }

    private List<FeatureStatus> fresh(FeatureStatus.State state) {
        return offers.fresh(new Snapshot(1, 1, List.of(charts(state)), List.of()));
    }

    @Test
    void offersEachNewVersionOnce() {
        assertThat(fresh(new Installed("1.0.0"))).isEmpty();
        assertThat(fresh(new Updatable("1.0.0", "1.1.0"))).hasSize(1);
        assertThat(fresh(new Updatable("1.0.0", "1.1.0"))).isEmpty();
        assertThat(fresh(new Updatable("1.0.0", "1.2.0"))).hasSize(1);
    }

    @Test
    void takesBackWhatWasSaidOfAnUpdateThatIsInstalled() {
        fresh(new Updatable("1.0.0", "1.1.0"));

        assertThat(settled(new Updatable("1.0.0", "1.1.0"))).isEmpty();
        assertThat(settled(new Installed("1.1.0"))).containsExactly("Charts 1.1.0 is available.");
        assertThat(settled(new Installed("1.1.0"))).isEmpty();
    }

    private List<String> settled(FeatureStatus.State state) {
        return offers.settled(new Snapshot(1, 1, List.of(charts(state)), List.of()));
    }

    @Test
    void saysWhatIsAvailable() {
        assertThat(offers.sentence(charts(new Updatable("1.0.0", "1.1.0")))).isEqualTo("Charts 1.1.0 is available.");
    }

    @Test
    void offersOnceMoreWhatMustBeInFromNowOn() {
        Updatable due = new Updatable(
                "1.0.0",
                "1.2.0",
                Optional.of(new Deadline("1.1.0", Instant.parse("2026-12-01T12:00:00Z"), "A gap is closed")));
        fresh(new Updatable("1.0.0", "1.2.0"));

        assertThat(fresh(due)).hasSize(1);
        assertThat(fresh(due)).isEmpty();
        assertThat(offers.sentence(charts(due)))
                .isEqualTo("Charts 1.2.0 is available. 1.1.0 or newer must be in by 1 Dec 2026, 12:00:"
                        + " A gap is closed.");
    }
}
