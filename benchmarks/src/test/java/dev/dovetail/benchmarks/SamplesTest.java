package dev.dovetail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SamplesTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(new Samples(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
    }

    @Test
    void oneOutlierDoesNotMoveTheMedian() {
        assertThat(new Samples(List.of(5.0, 900.0, 4.0)).median()).isEqualTo(5.0);
    }

    @Test
    void theNinetiethPercentileLeavesATenthAbove() {
        assertThat(new Samples(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)).p90())
                .isEqualTo(9.0);
    }

    @Test
    void ratiosAreTakenWithinARoundNotBetweenMedians() {
        Samples quietThenLoaded = new Samples(List.of(10.0, 100.0, 12.0));
        Samples beside = new Samples(List.of(5.0, 50.0, 4.0));

        assertThat(quietThenLoaded.over(beside).values()).containsExactly(2.0, 2.0, 3.0);
    }

    @Test
    void roundsThatLackAPartnerAreRefused() {
        Samples two = new Samples(List.of(1.0, 2.0));

        assertThatThrownBy(() -> two.over(new Samples(List.of(1.0)))).hasMessageContaining("pairs");
    }

    @Test
    void nothingMeasuredIsNoResult() {
        assertThatThrownBy(() -> new Samples(List.of())).hasMessageContaining("at least one");
    }
}
