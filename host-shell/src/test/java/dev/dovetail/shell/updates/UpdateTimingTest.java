package dev.dovetail.shell.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.federation.When;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTimingTest {

    private static final FeatureStatus CHARTS = feature("charts", new Updatable("1.0.0", "1.1.0"));
    private static final FeatureStatus MAP = feature("map", new Updatable("1.0.0", "1.1.0"));
    private static final Snapshot BOTH = new Snapshot(1, 2, List.of(CHARTS, MAP), List.of());

    private final List<String> updated = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> objections = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int changes;
    private UpdateTiming timing = remembering(Map.of());

    private static FeatureStatus feature(String id, FeatureStatus.State state) {
        return new FeatureStatus(id, id, "", "box", "", URI.create("http://localhost/"), state, List.of());
    }

    private UpdateTiming remembering(Map<String, When> remembered) {
        return new UpdateTiming(
                remembered,
                new UpdateTiming.Window(
                        (id, told) -> told.accept(List.copyOf(objections)),
                        open::contains,
                        feature -> updated.add(feature.id()),
                        (feature, why) -> asked.add(feature.id() + why),
                        () -> changes++));
    }

    @Test
    void aWishComesTrueAtOnceWhereNothingObjects() {
        timing.wish(CHARTS);
        assertThat(updated).containsExactly("charts");
        assertThat(asked).isEmpty();
    }

    @Test
    void anObjectionIsPutToThePersonWhoMayOverruleIt() {
        objections.add("A query is running.");
        timing.wish(CHARTS);
        assertThat(updated).isEmpty();
        assertThat(asked).containsExactly("charts[A query is running.]");
        timing.now(CHARTS);
        assertThat(updated).containsExactly("charts");
    }

    @Test
    void whatWaitsForTabsComesWhenTheLastOneIsClosed() {
        open.addAll(List.of("charts", "map"));
        timing.later(CHARTS, When.CLOSED);
        timing.viewsChanged(BOTH);
        assertThat(updated).isEmpty();
        open.remove("map");
        timing.viewsChanged(BOTH);
        assertThat(updated).isEmpty();
        open.remove("charts");
        timing.viewsChanged(BOTH);
        timing.viewsChanged(BOTH);
        assertThat(updated).containsExactly("charts");
        assertThat(timing.of("charts")).isEmpty();
    }

    @Test
    void whatWaitsForTabsDoesNotWaitWhereThereAreNone() {
        timing.later(CHARTS, When.CLOSED);
        assertThat(updated).containsExactly("charts");
    }

    @Test
    void aPauseWithAnObjectionIsNone() {
        objections.add("A query is running.");
        timing.later(CHARTS, When.IDLE);
        timing.idle(BOTH);
        timing.viewsChanged(BOTH);
        timing.started(BOTH);
        assertThat(updated).isEmpty();
        objections.clear();
        timing.idle(BOTH);
        assertThat(updated).containsExactly("charts");
    }

    @Test
    void whatWaitedForTheNextStartIsRememberedAndComesThen() {
        timing.later(CHARTS, When.START);
        timing.later(MAP, When.IDLE);
        assertThat(updated).isEmpty();
        timing = remembering(timing.waiting());
        timing.started(BOTH);
        assertThat(updated).containsExactly("charts");
        assertThat(timing.waiting()).containsExactly(Map.entry("map", When.IDLE));
    }

    @Test
    void whatWaitsForTheNextStartComesInNoPauseAndWithNoClosedTab() {
        timing.later(CHARTS, When.START);
        timing.idle(BOTH);
        timing.viewsChanged(BOTH);
        assertThat(updated).isEmpty();
        assertThat(timing.of("charts")).contains(When.START);
    }

    @Test
    void whatIsNoLongerOnOfferDoesNotCome() {
        timing.later(CHARTS, When.IDLE);
        timing.idle(new Snapshot(1, 2, List.of(feature("charts", new Installed("1.1.0"))), List.of()));
        timing.idle(new Snapshot(1, 2, List.of(), List.of()));
        assertThat(updated).isEmpty();
    }

    @Test
    void aChangeOfMindIsTold() {
        timing.later(CHARTS, When.IDLE);
        assertThat(changes).isEqualTo(1);
        assertThat(timing.of("charts")).contains(When.IDLE);
        timing.forget("charts");
        timing.forget("charts");
        assertThat(changes).isEqualTo(2);
        timing.idle(BOTH);
        assertThat(updated).isEmpty();
    }
}
