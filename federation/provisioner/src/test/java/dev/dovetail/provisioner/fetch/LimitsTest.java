package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void whatHasArrivedBuysTimeAtTheMinimumRate() {
        Limits limits = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 1000, 1);
        assertThat(limits.total(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.total(1500)).isEqualTo(Duration.ofMillis(6500));
    }

    @Test
    void theUsualLimitsLetALargeBundleThroughASlowLine() {
        assertThat(Limits.USUAL.total(100L << 20)).isGreaterThan(Duration.ofHours(3));
    }
}
