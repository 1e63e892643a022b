package dev.dovetail.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FaultPolicyTest {

    private static final Attribution CHARTS =
            new Attribution(new Active("charts", "1.0.0", 7), "Charts", "charts.board", 1);

    private final Ticking clock = new Ticking();
    private final FaultPolicy policy = new FaultPolicy(clock);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LAYOUT")
    void threeInARowAreTooMany(Kind kind) {
        assertThat(policy.judge(CHARTS, kind)).isEqualTo(Verdict.TELL);
        assertThat(policy.judge(CHARTS, kind)).isEqualTo(Verdict.TELL);
        assertThat(policy.judge(CHARTS, kind)).isEqualTo(Verdict.REPLACE);
        assertThat(policy.faults(CHARTS)).isEqualTo(FaultPolicy.MOST);
    }

    @Test
    void differentCallsMakeOneRow() {
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        assertThat(policy.judge(CHARTS, Kind.BACKGROUND)).isEqualTo(Verdict.TELL);
        assertThat(policy.judge(CHARTS, Kind.TASK)).isEqualTo(Verdict.REPLACE);
    }

    @Test
    void oneInLayoutIsTooMuch() {
        assertThat(policy.judge(CHARTS, Kind.LAYOUT)).isEqualTo(Verdict.REPLACE);
    }

    @Test
    void aRowEndsWhenNothingHappensForLong() {
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        clock.pass(FaultPolicy.APART.plusMillis(1));
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        assertThat(policy.faults(CHARTS)).isEqualTo(1);
    }

    @Test
    void aRowGoesOnAsLongAsEachFollowsTheOneBefore() {
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        clock.pass(FaultPolicy.APART);
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        clock.pass(FaultPolicy.APART);
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.REPLACE);
    }

    @Test
    void whatWasReplacedIsNotToldOfAgain() {
        assertThat(policy.judge(CHARTS, Kind.LAYOUT)).isEqualTo(Verdict.REPLACE);
        assertThat(policy.judge(CHARTS, Kind.LAYOUT)).isEqualTo(Verdict.KNOWN);
        clock.pass(FaultPolicy.APART);
        assertThat(policy.judge(CHARTS, Kind.TASK)).isEqualTo(Verdict.KNOWN);
        clock.pass(FaultPolicy.APART.plusMillis(1));
        assertThat(policy.judge(CHARTS, Kind.TASK)).isEqualTo(Verdict.TELL);
    }

    @Test
    void othersAreCountedByThemselves() {
        Attribution again = new Attribution(CHARTS.feature(), "Charts", "charts.board", 2);
        Attribution feature = Attribution.of(CHARTS.feature(), "Charts");
        for (Attribution who : new Attribution[] {CHARTS, again, feature, CHARTS, again, feature}) {
            assertThat(policy.judge(who, Kind.EVENT)).isEqualTo(Verdict.TELL);
        }
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.REPLACE);
        assertThat(policy.faults(again)).isEqualTo(2);
    }

    @Test
    void manyOthersDontMakeItForgetARow() {
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        for (int n = 2; n < 2000; n++) {
            Attribution other = new Attribution(CHARTS.feature(), "Charts", "charts.board", n);
            assertThat(policy.judge(other, Kind.EVENT)).isEqualTo(Verdict.TELL);
        }
        assertThat(policy.judge(CHARTS, Kind.EVENT)).isEqualTo(Verdict.TELL);
        assertThat(policy.faults(CHARTS)).isEqualTo(2);
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:15:30Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
