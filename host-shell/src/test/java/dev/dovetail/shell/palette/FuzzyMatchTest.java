package dev.dovetail.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void findsLettersInOrder() {
        assertThat(FuzzyMatch.of("ocf", "Open a CSV file").orElseThrow().positions())
                .containsExactly(0, 7, 11);
        assertThat(FuzzyMatch.of("fo", "Open a CSV file")).isEmpty();
    }

    @Test
    void prefersBeginningsOfWords() {
        assertThat(FuzzyMatch.of("f", "Chart of files").orElseThrow().positions())
                .containsExactly(9);
    }

    @Test
    void prefersLettersInARow() {
        int row = FuzzyMatch.of("tab", "Tables").orElseThrow().score();
        int apart = FuzzyMatch.of("tab", "Trace a box").orElseThrow().score();
        assertThat(FuzzyMatch.of("able", "xaxbxlxe able").orElseThrow().positions())
                .containsExactly(9, 10, 11, 12);
        assertThat(row).isGreaterThan(0).isNotEqualTo(apart);
    }

    @Test
    void ignoresCaseAndBlanks() {
        assertThat(FuzzyMatch.of("OPEN csv", "Open a CSV file")).isPresent();
    }

    @Test
    void matchesEverythingWhenNothingIsTyped() {
        assertThat(FuzzyMatch.of("", "Anything")).contains(new FuzzyMatch(0, java.util.List.of()));
    }

    @Test
    void survivesLettersWhoseLowerCaseIsLonger() {
        assertThat(FuzzyMatch.of("x", "İx").orElseThrow().positions()).containsExactly(1);
    }
}
