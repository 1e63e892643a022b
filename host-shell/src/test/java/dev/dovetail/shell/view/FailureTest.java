package dev.dovetail.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FederationException;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    void takesCodeAndHintFromTheFederation() {
        FederationException refused =
                new FederationException("DT-FETCH-002", "No answer", "Try later.", new IllegalStateException("x"));
        Failure failure = Failure.of("Charts could not be opened", new CompletionException(refused), NOW);
        assertThat(failure.message()).isEqualTo("No answer");
        assertThat(failure.hint()).isEqualTo("Try later.");
        assertThat(failure.code()).isEqualTo("DT-FETCH-002");
        assertThat(failure.report())
                .contains("Charts could not be opened", "when: 2026-03-01T10:15:30Z", "code: DT-FETCH-002")
                .contains("hint: Try later.", "FederationException: No answer", "at dev.dovetail");
        assertThat(Failure.advice(refused)).isEqualTo("No answer. Try later.");
    }

    @Test
    void namesTheKindWhereTheMessageAloneSaysNothing() {
        assertThat(Failure.sentence(new NullPointerException())).isEqualTo("NullPointerException");
        assertThat(Failure.sentence(new ClassCastException("a b"))).isEqualTo("ClassCastException: a b");
        assertThat(Failure.sentence(new IllegalStateException("No file is open.")))
                .isEqualTo("No file is open.");
        assertThat(Failure.sentence(new ViewFault("a.b", new java.io.IOException("gone"))))
                .isEqualTo("gone");
    }

    @Test
    void cutsWhatAPanelHasNoRoomForAndKeepsItInTheReport() {
        String wordy = "no rows, ".repeat(100) + "at all";
        Failure failure = Failure.of("Charts could not be opened", new IllegalStateException(wordy), NOW);
        assertThat(failure.shortMessage()).hasSize(399).endsWith("no rows, no…");
        assertThat(failure.report()).contains(wordy);
        assertThat(Failure.cut("short", 5)).isEqualTo("short");
    }

    @Test
    void saysWhatItCanOfWhatThrowsWhenItIsAsked() {
        RuntimeException hostile = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("not telling");
            }
        };
        Failure failure = Failure.of("Charts could not be opened", hostile, NOW, java.util.List.of("feature: charts"));
        assertThat(failure.report()).contains("feature: charts", "which can't say more");
    }
}
