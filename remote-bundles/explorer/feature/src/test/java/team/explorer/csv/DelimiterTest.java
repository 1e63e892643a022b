package team.explorer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelimiterTest {

    @Test
    void takesTheOneThatSplitsEveryLineAlike() {
        assertThat(Delimiter.detect("a;b\n1,5;2,5\n2,5;3,5\n")).isEqualTo(Delimiter.SEMICOLON);
        assertThat(Delimiter.detect("a\tb\n1\t2\n")).isEqualTo(Delimiter.TAB);
        assertThat(Delimiter.detect("a|b|c\n1|2|3\n")).isEqualTo(Delimiter.PIPE);
        assertThat(Delimiter.detect("a,b\n1,2\n")).isEqualTo(Delimiter.COMMA);
    }

    @Test
    void doesNotLookIntoQuotedCells() {
        assertThat(Delimiter.detect("name;place\n\"Doe, Jane, Dr.\";\"Rome, Italy\"\n"))
                .isEqualTo(Delimiter.SEMICOLON);
    }

    @Test
    void takesTheCommaWhenThereIsOneColumn() {
        assertThat(Delimiter.detect("name\nIo\nEuropa\n")).isEqualTo(Delimiter.COMMA);
        assertThat(Delimiter.detect("")).isEqualTo(Delimiter.COMMA);
    }
}
