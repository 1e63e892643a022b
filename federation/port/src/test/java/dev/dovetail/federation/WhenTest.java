package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhenTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsOwnKey(When when) {
        assertThat(when.key()).isLowerCase();
        assertThat(When.of(when.key())).contains(when);
    }

    @ParameterizedTest
    @EnumSource
    void saysItselfOnAButtonAndInASentence(When when) {
        assertThat(when.label()).startsWith(when.label().substring(0, 1).toUpperCase(java.util.Locale.ROOT));
        assertThat(when.words()).startsWith(when.words().substring(0, 1).toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void whatItDoesNotKnowIsNone() {
        assertThat(When.of("CLOSED")).isEmpty();
        assertThat(When.of("")).isEmpty();
    }
}
