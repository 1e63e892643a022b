package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.sample.SteppingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final SteppingClock clock = new SteppingClock();
    private final Pace pace = new Pace(clock);

    @Test
    void nothingIsSaidUntilItIsKnown() {
        clock.pass(Duration.ofSeconds(1));
        assertThat(pace.left(500_000, 10_000_000)).isEmpty();
        clock.pass(Duration.ofMillis(500));
        assertThat(pace.left(1_000_000, 10_000_000)).isPresent();
    }

    @Test
    void anEvenPaceIsSaidExactly() {
        for (int tenth = 1; tenth <= 50; tenth++) {
            clock.pass(Duration.ofMillis(100));
            var unused = pace.left(tenth * 100_000L, 20_000_000);
        }
        assertThat(pace.left(5_000_000, 20_000_000)).contains(Duration.ofSeconds(15));
    }

    @Test
    void aHiccupDoesNotMakeItJump() {
        for (int tenth = 1; tenth <= 50; tenth++) {
            clock.pass(Duration.ofMillis(100));
            var unused = pace.left(tenth * 100_000L, 20_000_000);
        }
        clock.pass(Duration.ofMillis(500));
        assertThat(pace.left(5_000_000, 20_000_000).orElseThrow())
                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(18));
    }

    @Test
    void whereNothingComesOrNothingIsLeftNothingIsSaid() {
        clock.pass(Duration.ofSeconds(5));
        assertThat(pace.left(0, 100)).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        assertThat(pace.left(100, 100)).isEmpty();
    }
}
