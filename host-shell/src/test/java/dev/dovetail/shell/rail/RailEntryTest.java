package dev.dovetail.shell.rail;

import static dev.dovetail.shell.fixture.MemoryFederation.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.State;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.rail.RailEntry.Presence;
import java.util.List;
import org.junit.jupiter.api.Test;

class RailEntryTest {

    private static FeatureStatus feature(String id, State state, Contribution... contributions) {
        return new FeatureStatus(id, id + "!", "", "box", "", REPOSITORY, state, List.of(contributions));
    }

    private static Contribution.View view(String id, String title, int order) {
        return new Contribution.View(id, title, "box", order);
    }

    @Test
    void ordersViewsByTheirPlaceAndThenByTitle() {
        Snapshot snapshot = new Snapshot(
                1,
                1,
                List.of(
                        feature("b", new Installed("1"), view("b.z", "Zebra", 100), view("b.a", "Ape", 100)),
                        feature("a", new Available("1"), view("a.y", "Yak", 5))),
                List.of());
        assertThat(RailEntry.of(snapshot))
                .extracting(entry -> entry.view().id())
                .containsExactly("a.y", "b.a", "b.z");
    }

    @Test
    void leavesCommandsOutAndSaysHowNearAViewIs() {
        Snapshot snapshot = new Snapshot(
                1,
                1,
                List.of(
                        feature("a", new Available("1"), view("a.v", "A", 1)),
                        feature("b", new Updatable("1", "2"), view("b.v", "B", 2)),
                        feature("c", new Installed("1"), new Contribution.Command("c.c", "C", "box"))),
                List.of());
        assertThat(RailEntry.of(snapshot))
                .extracting(RailEntry::presence)
                .containsExactly(Presence.AVAILABLE, Presence.UPDATABLE);
        assertThat(RailEntry.of(snapshot).get(0).tooltip())
                .isEqualTo("A · a!\nNot installed yet: opening it downloads it");
        assertThat(RailEntry.of(snapshot).get(1).tooltip()).isEqualTo("B · b!\nAn update is available");
    }
}
