package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class VerbTest {

    @ParameterizedTest
    @EnumSource
    void isCalledAsItsCommandIs(Verb verb) {
        assertThat(verb.command().getAnnotation(CommandLine.Command.class).name())
                .isEqualTo(verb.word());
        assertThat(Verb.named(verb.word())).contains(verb);
    }

    @Test
    void whatIsNotOneIsNotFound() {
        assertThat(Verb.named("instal")).isEmpty();
        assertThat(Verb.named("--help")).isEmpty();
    }
}
