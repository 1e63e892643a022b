package dev.dovetail.trust.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dovetail.trust.metadata.PathPattern;

/** Whatever the pattern and the path are: there is an answer, and a slash is never matched by anything but a slash. */
class PathPatternFuzzTest {

    @FuzzTest(maxDuration = "2h", maxExecutions = 1_000_000)
    void anyPatternAndPath(FuzzedDataProvider data) {
        String pattern = data.consumeString(PathPattern.LONGEST);
        String path = data.consumeRemainingAsString();

        boolean matches = new PathPattern(pattern).matches(path);

        if (matches) {
            assertThat(slashes(path)).isEqualTo(slashes(pattern));
        }
        if (pattern.chars().noneMatch(c -> "*?[".indexOf(c) >= 0)) {
            assertThat(matches).isEqualTo(pattern.equals(path));
        }
        assertThat(new PathPattern("*").matches(path)).isEqualTo(slashes(path) == 0);
    }

    private static long slashes(String text) {
        return text.chars().filter(c -> c == '/').count();
    }
}
