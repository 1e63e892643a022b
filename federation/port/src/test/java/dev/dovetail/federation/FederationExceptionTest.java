package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FederationExceptionTest {

    @Test
    void carriesWhatAPersonNeedsToActOnIt() {
        Exception cause = new IllegalStateException("boom");
        FederationException exception = new FederationException("DT-FETCH-001", "No answer.", "Try again.", cause);

        assertThat(exception).hasMessage("No answer.").hasCause(cause);
        assertThat(exception.code()).isEqualTo("DT-FETCH-001");
        assertThat(exception.hint()).isEqualTo("Try again.");
        assertThat(new HandOverException("No view.", cause))
                .hasMessage("No view.")
                .hasCause(cause);
    }
}
