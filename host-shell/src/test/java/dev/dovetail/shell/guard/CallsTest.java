package dev.dovetail.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.federation.Active;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static final Attribution OUTER = Attribution.of(new Active("board", "1.0.0", 1), "Board");
    private static final Attribution INNER = Attribution.of(new Active("notes", "1.0.0", 2), "Notes");

    private final Calls calls = new Calls();

    @Test
    void saysWhoseCodeRunsWithinAnothers() {
        calls.run(OUTER, () -> {
            calls.run(INNER, () -> assertThat(calls.current()).contains(INNER));
            assertThat(calls.current()).contains(OUTER);
        });
        assertThat(calls.current()).isEmpty();
    }

    @Test
    void saysNothingOfCodeThatThrew() {
        assertThatThrownBy(() -> calls.run(OUTER, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(calls.current()).isEmpty();
    }

    @Test
    void numbersOpenings() {
        assertThat(calls.opening()).isNotEqualTo(calls.opening()).isNotZero();
    }
}
