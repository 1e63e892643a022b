package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private final FeatureStatus charts = new FeatureStatus(
            "charts",
            "Charts",
            "",
            "bar-chart-2",
            "",
            URI.create("http://localhost/"),
            new FeatureStatus.Available("1.0.0"),
            List.of(new Contribution.View("charts.board", "Chart board", "bar-chart-2", 100)));

    @Test
    void findsAFeatureByItsIdAndByWhatItContributes() {
        Snapshot snapshot = new Snapshot(1, 3, List.of(charts), List.of());

        assertThat(snapshot.feature("charts")).contains(charts);
        assertThat(snapshot.contributor("charts.board")).contains(charts);
        assertThat(snapshot.feature("explorer")).isEmpty();
        assertThat(snapshot.contributor("explorer.tables")).isEmpty();
    }

    @Test
    void doesNotChangeWhenItsSourcesDo() {
        List<FeatureStatus> features = new ArrayList<>(List.of(charts));
        Snapshot snapshot = new Snapshot(1, 3, features, List.of());
        features.clear();

        assertThat(snapshot.features()).containsExactly(charts);
    }
}
