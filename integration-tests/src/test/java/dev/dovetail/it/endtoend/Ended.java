package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/**
 * A process that came to its end.
 *
 * @param code its exit code
 * @param out what it said
 * @param err what it complained about
 * @param took how long it ran
 */
public record Ended(int code, String out, String err, Duration took) {

    public Ended well() {
        assertThat(code).as("exit code; out: %s; err: %s", out, err).isZero();
        return this;
    }

    /** Failed as people may expect it: exit code 1, a reason, and no stack trace. */
    public Ended refused(String... words) {
        assertThat(code).as("exit code; out: %s; err: %s", out, err).isEqualTo(1);
        assertThat(err).contains(List.of(words)).contains("error: ").doesNotContain("\tat ");
        return this;
    }
}
