package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Progress.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private Instant now = Instant.EPOCH;
    private final StringWriter words = new StringWriter();
    private final Consumer<Progress> progress = new Terminal(new PrintWriter(words), new Clock() {
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
            })
            .progress();

    private static Progress at(int bundles, long bytes, Optional<Duration> left) {
        return new Progress(Phase.FETCHING, bundles, 2, bytes, 3_000_000, left);
    }

    @Test
    void eachBundleIsOneLineAndNoBufferIs() {
        progress.accept(new Progress(Phase.PLANNING, 0, 0, 0, 0));
        progress.accept(at(0, 10, Optional.empty()));
        progress.accept(at(1, 1_000_000, Optional.empty()));
        progress.accept(at(1, 1_500_000, Optional.empty()));
        progress.accept(at(2, 3_000_000, Optional.empty()));
        assertThat(words.toString().lines())
                .containsExactly(
                        "fetched 1 of 2 bundles, 1.0 MB of 3.0 MB", "fetched 2 of 2 bundles, 3.0 MB of 3.0 MB");
    }

    @Test
    void aLongOneIsToldOfNowAndThenWithTheTimeLeft() {
        now = now.plusSeconds(2);
        progress.accept(at(0, 500_000, Optional.of(Duration.ofSeconds(10))));
        progress.accept(at(0, 600_000, Optional.of(Duration.ofSeconds(9))));
        now = now.plusSeconds(2);
        progress.accept(at(0, 700_000, Optional.of(Duration.ofMinutes(5))));
        assertThat(words.toString().lines())
                .containsExactly(
                        "fetched 0 of 2 bundles, 500.0 kB of 3.0 MB, 10 s left",
                        "fetched 0 of 2 bundles, 700.0 kB of 3.0 MB, 5 min left");
    }
}
