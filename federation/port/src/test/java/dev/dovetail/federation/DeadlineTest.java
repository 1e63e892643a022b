package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void isOverFromItsMomentOn() {
        Deadline deadline = new Deadline("1.1.0", NOON, "");
        assertThat(deadline.isOver(NOON.minusMillis(1))).isFalse();
        assertThat(deadline.isOver(NOON)).isTrue();
        assertThat(deadline.isOver(NOON.plusSeconds(1))).isTrue();
    }
}
