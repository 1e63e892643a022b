package dev.dovetail.provisioner.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternsTest {

    @Test
    void aNameMatchesItselfAlone() {
        NamePatterns patterns = NamePatterns.of("team.charts");
        assertThat(patterns.match("team.charts")).isTrue();
        assertThat(patterns.match("team.charts.api")).isFalse();
        assertThat(patterns.match("team.chart")).isFalse();
    }

    @Test
    void aPrefixMatchesAllBelowItButNotItself() {
        NamePatterns patterns = NamePatterns.of("team.charts.*");
        assertThat(patterns.match("team.charts.api")).isTrue();
        assertThat(patterns.match("team.charts.api.more")).isTrue();
        assertThat(patterns.match("team.charts")).isFalse();
        assertThat(patterns.match("team.charts2.api")).isFalse();
    }

    @Test
    void aStarMatchesAllAndNothingMatchesNone() {
        assertThat(NamePatterns.ALL.match("any.thing")).isTrue();
        assertThat(NamePatterns.NONE.match("any.thing")).isFalse();
        assertThat(NamePatterns.NONE).hasToString("none");
        assertThat(NamePatterns.of("a", "b.*")).hasToString("a, b.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*.a", "a*", "a.*.b", "a..b", ".*", "a/b", "te\u0430m"})
    void anotherFormIsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> NamePatterns.of(pattern));
    }
}
