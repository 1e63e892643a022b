package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

    @ParameterizedTest
    @EnumSource
    void isListedByTheScriptOfACheckout(Verb verb) throws Exception {
        assertThat(Files.readString(Path.of("../dovetail"))).containsPattern("(?m)^  " + verb.word() + " ");
    }

    @Test
    void whatIsNotOneIsNotFound() {
        assertThat(Verb.named("instal")).isEmpty();
        assertThat(Verb.named("--help")).isEmpty();
    }
}
