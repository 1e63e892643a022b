package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Instant VERIFIED = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2030-01-08T00:00:00Z");
    private static final Validity VALIDITY = new Validity(VERIFIED, END);

    @Test
    void itEndsWithTheSecondThatWasSigned() {
        assertThat(VALIDITY.isOver(END.minusMillis(1))).isFalse();
        assertThat(VALIDITY.isOver(END)).isTrue();
    }

    @Test
    void aClockThatWasSetBackDoesNotProlongIt() {
        assertThat(VALIDITY.isOver(VERIFIED.minusSeconds(1))).isFalse();
        assertThat(new Validity(END, END).isOver(VERIFIED)).isTrue();
    }
}
