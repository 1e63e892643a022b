package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Backoff backoff(long seed) {
        return new Backoff(Retries.USUAL, new Random(seed), CLOCK);
    }

    @Property
    void aPauseIsAnywhereBelowACeilingThatDoubles(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int failures) {
        Duration pause = backoff(seed).pause(failures, NOW, Optional.empty()).orElseThrow();
        assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(500L << (failures - 1)));
    }

    @Property
    void thoseWhoLostOneServerDoNotComeBackAtOneTime(@ForAll @IntRange(max = 1000) int seed) {
        List<Duration> pauses = new Random(seed)
                .longs(200)
                .mapToObj(one -> backoff(one).pause(3, NOW, Optional.empty()).orElseThrow())
                .toList();
        assertThat(pauses).anyMatch(pause -> pause.toMillis() < 700).anyMatch(pause -> pause.toMillis() > 1300);
        assertThat(pauses.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void afterTheLastAttemptThereIsNone() {
        assertThat(backoff(1).pause(4, NOW, Optional.empty())).isEmpty();
    }

    @Test
    void withoutProgressForLongThereIsNone() {
        assertThat(backoff(1).pause(1, NOW.minusSeconds(16), Optional.empty())).isEmpty();
        assertThat(backoff(1).pause(1, NOW.minusSeconds(14), Optional.empty())).isPresent();
    }

    @Test
    void whatTheServerAsksForIsTheLeast() {
        assertThat(backoff(1).pause(1, NOW, Optional.of(Duration.ofSeconds(8)))).contains(Duration.ofSeconds(8));
        assertThat(backoff(1).pause(1, NOW, Optional.of(Duration.ofSeconds(9)))).isEmpty();
    }

    private static Optional<Duration> retryAfter(String value) {
        return RetryAfter.of(HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, text) -> true), CLOCK);
    }

    @Test
    void aServerSaysForHowLongOrUntilWhen() {
        assertThat(retryAfter("120")).contains(Duration.ofMinutes(2));
        assertThat(retryAfter("Tue, 1 Jan 2030 00:00:30 GMT")).contains(Duration.ofSeconds(30));
        assertThat(retryAfter("Tue, 1 Jan 2019 00:00:30 GMT")).contains(Duration.ZERO);
        assertThat(retryAfter("soon")).isEmpty();
        assertThat(retryAfter("-1")).isEmpty();
        assertThat(retryAfter("99999999999999999999")).isEmpty();
    }
}
