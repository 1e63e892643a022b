package dev.dovetail.trust.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "*, a",
                "*, ''",
                "**, ab",
                "a*, a",
                "*.tgz, foo.tgz",
                "targets/*.tgz, targets/foo.tgz",
                "foo-version-?.tgz, foo-version-2.tgz",
                "bundles/team.charts.*/*, bundles/team.charts.view/team.charts.view-1.0.0.jar",
                "*a*b*c, xxaxxbxxbxxc",
                "*ab, aab",
                "*/b, a/b",
                "a/*/c, a/b/c",
                "[abc]x, bx",
                "[a-c]x, cx",
                "[!a-c]x, dx",
                "[]]x, ]x",
                "[!]]x, ax",
                "[a-]x, -x",
                "[x, [x",
                "a[/]b, a[/]b",
                "?, 😀",
                "'', ''",
                "é*, éa",
            })
    void matches(String pattern, String path) {
        assertThat(new PathPattern(pattern).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "*, a/b",
                "**, a/b",
                "?, /",
                "?, ''",
                "[!a], /",
                "[.-0], /",
                "a*b, a/b",
                "targets/*.tgz, targets/foo.txt",
                "targets/*.tgz, targets/sub/foo.tgz",
                "bundles/team.charts.*/*, bundles/team.charts/team.charts-1.0.0.jar",
                "bundles/team.charts.*/*, bundles/team.charts.a/b/c.jar",
                "foo-version-?.tgz, foo-version-12.tgz",
                "A, a",
                "a.b, axb",
                "a, ab",
                "ab, a",
                "'', a",
                "[a-c]x, dx",
                "[!a-c]x, ax",
                "[]x, ]x",
                "*a/b*, a/c/b",
                "(a|b), a",
                "a\\*, a*",
            })
    void doesNotMatch(String pattern, String path) {
        assertThat(new PathPattern(pattern).matches(path)).isFalse();
    }

    @Property
    void aPatternWithoutWildcardsMatchesItselfAlone(@ForAll("plain") String one, @ForAll("plain") String other) {
        assertThat(new PathPattern(one).matches(other)).isEqualTo(one.equals(other));
    }

    @Property
    void aStarStandsForAnythingWithoutSlash(
            @ForAll("plain") String before, @ForAll("plain") String between, @ForAll("plain") String after) {
        assertThat(new PathPattern(before + "*" + after).matches(before + between + after))
                .isEqualTo(!between.contains("/"));
    }

    /** The same question, answered by a slow search through all that every star may stand for. */
    @Property(tries = 2000)
    void theFastAnswerIsTheSlowOne(@ForAll("patterns") String pattern, @ForAll("plain") String path) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(slowly(pattern, path));
    }

    private static boolean slowly(String pattern, String path) {
        if (pattern.isEmpty()) {
            return path.isEmpty();
        }
        boolean first = !path.isEmpty() && path.charAt(0) != '/';
        return switch (pattern.charAt(0)) {
            case '*' -> slowly(pattern.substring(1), path) || (first && slowly(pattern, path.substring(1)));
            case '?' -> first && slowly(pattern.substring(1), path.substring(1));
            default ->
                !path.isEmpty()
                        && path.charAt(0) == pattern.charAt(0)
                        && slowly(pattern.substring(1), path.substring(1));
        };
    }

    @Test
    void aPatternMadeToTakeForEverDoesNot() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(
                        new PathPattern("*a".repeat(400) + "b").matches("a".repeat(4_000)))
                .isFalse());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(
                        new PathPattern("[".repeat(PathPattern.LONGEST)).matches("[".repeat(4_000)))
                .isFalse());
    }

    @Test
    void aPatternBeyondMeasureIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PathPattern("a".repeat(PathPattern.LONGEST + 1)));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("ab/.").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab/*?").ofMaxLength(6);
    }
}
