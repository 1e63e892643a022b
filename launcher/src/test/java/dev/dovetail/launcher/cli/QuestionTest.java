package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {

    /** A build has no terminal, even where its Java has a console. */
    @Test
    void whereThereIsNoTerminalNobodyIsAsked() {
        assertThat(Question.atTerminal().ask("Is anybody there? ")).isEmpty();
    }
}
