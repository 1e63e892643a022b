package dev.dovetail.shell.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.federation.Snapshot;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MandatoryUpdatesTest {

    private static final URI TEAM = URI.create("http://localhost/");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Deadline DUE = new Deadline("1.1.0", NOON, "A gap is closed");

    private final List<String> done = new ArrayList<>();
    private final List<String> busy = new ArrayList<>();
    private Instant now = NOON.minus(Duration.ofMinutes(30));
    private final MandatoryUpdates updates = new MandatoryUpdates(
            new Hands(),
            new MandatoryUpdates.Window(
                    busy::contains,
                    (feature, deadline) -> done.add("remind " + feature.id() + " " + deadline.version()),
                    (feature, deadline) -> done.add("carry out " + feature.id() + " " + deadline.version()),
                    (feature, deadline) -> done.add("held " + feature.id() + " " + deadline.version()),
                    () -> done.add("check")));

    /** A clock that is put forward by hand. */
    private final class Hands extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void look(FeatureStatus.State charts, State repository) {
        FeatureStatus feature = new FeatureStatus("charts", "Charts", "", "box", "", TEAM, charts, List.of());
        updates.look(new Snapshot(1, 1, List.of(feature), List.of(new RepositoryStatus(TEAM, true, repository, ""))));
    }

    private void look(State repository) {
        look(new Updatable("1.0.0", "1.2.0", Optional.of(DUE)), repository);
    }

    @Test
    void nothingHappensBeforeButAReminder() {
        look(State.CONNECTED);
        assertThat(done).isEmpty();
        now = NOON.minus(MandatoryUpdates.NOTICE);
        look(State.CONNECTED);
        look(State.CONNECTED);
        assertThat(done).containsExactly("remind charts 1.1.0");
    }

    @Test
    void fromTheMomentOnItIsCarriedOutOnce() {
        now = NOON;
        look(State.CONNECTED);
        assertThat(done).containsExactly("check");
        look(State.CONNECTED);
        look(State.CONNECTED);
        assertThat(done).containsExactly("check", "carry out charts 1.1.0");
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotCarriedOut() {
        now = NOON;
        look(State.CONNECTED);
        look(new Updatable("1.0.0", "1.2.0"), State.CONNECTED);
        assertThat(done).containsExactly("check");
    }

    @Test
    void whatMayWaitIsNeverCarriedOut() {
        now = NOON.plus(Duration.ofMinutes(29));
        look(new Updatable("1.0.0", "1.2.0"), State.CONNECTED);
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsUnderWayIsNotDisturbed() {
        now = NOON;
        busy.add("charts");
        look(State.CONNECTED);
        assertThat(done).isEmpty();
        busy.clear();
        look(State.CONNECTED);
        look(State.CONNECTED);
        assertThat(done).containsExactly("check", "carry out charts 1.1.0");
    }

    @Test
    void withoutTheRepositoryNothingHappensButAskingNowAndThen() {
        now = NOON;
        look(State.AWAY);
        look(State.UNASKED);
        look(State.ASKING);
        assertThat(done).containsExactly("check");
        now = now.plus(MandatoryUpdates.RETRY);
        look(State.AWAY);
        look(State.AWAY);
        assertThat(done).containsExactly("check", "check");
        look(State.CONNECTED);
        assertThat(done).containsExactly("check", "check", "carry out charts 1.1.0");
    }

    @Test
    void whatFailedIsTriedOnceMoreAfterEachAsking() {
        now = NOON;
        look(State.AWAY);
        look(State.CONNECTED);
        look(State.ASKING);
        look(State.CONNECTED);
        look(State.CONNECTED);
        assertThat(done.stream().filter("carry out charts 1.1.0"::equals)).hasSize(2);
    }

    @Test
    void whatIsHeldBackIsToldOnceWhenItIsDue() {
        HeldBack held = new HeldBack("1.0.0", "1.1.0", "It is pinned.", Optional.of(DUE));
        look(held, State.CONNECTED);
        assertThat(done).isEmpty();
        now = NOON;
        look(held, State.CONNECTED);
        look(held, State.CONNECTED);
        assertThat(done).containsOnlyOnce("held charts 1.1.0").doesNotContain("carry out charts 1.1.0");
    }

    @Test
    void theRepositoriesAreAskedOnceAnHourAndWhenTheClockIsSetBack() {
        now = now.plus(MandatoryUpdates.ROUND);
        look(new Updatable("1.0.0", "1.2.0"), State.CONNECTED);
        look(new Updatable("1.0.0", "1.2.0"), State.CONNECTED);
        assertThat(done).containsExactly("check");
        now = now.minus(Duration.ofDays(365));
        look(new Updatable("1.0.0", "1.2.0"), State.CONNECTED);
        assertThat(done).containsExactly("check", "check");
    }

    @Test
    void aMomentIsWrittenAsPeopleReadIt() {
        DeadlineText words = new DeadlineText(ZoneOffset.ofHours(1));
        assertThat(words.within(DUE)).isEqualTo("must be in by 1 Dec 2026, 13:00: A gap is closed.");
        assertThat(words.over(new Deadline("1.1.0", NOON, ""))).isEqualTo("had to be in by 1 Dec 2026, 13:00.");
    }
}
