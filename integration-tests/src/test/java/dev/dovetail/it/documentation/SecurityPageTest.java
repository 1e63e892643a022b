package dev.dovetail.it.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityPageTest {

    private static final Pattern LINK = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");

    private static final List<String> ATTACKS = List.of(
            "Arbitrary software",
            "Endless data",
            "Extraneous dependencies",
            "Fast-forward",
            "Indefinite freeze",
            "Malicious mirror",
            "Mix and match",
            "Rollback",
            "Slow retrieval",
            "Key compromise",
            "Wrong software");

    private static List<String> rows(String heading) throws IOException {
        String page = Sources.text("SECURITY.md");
        int begin = page.indexOf("\n## " + heading);
        return page.substring(begin)
                .lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("| "))
                .toList();
    }

    private static String first(String row) {
        return row.split(" \\| ", -1)[0].substring(2);
    }

    static Stream<MatchResult> links() throws IOException {
        return LINK.matcher(Sources.text("SECURITY.md")).results();
    }

    private static boolean isThere(String type, String method, String path) throws IOException {
        Path source = Sources.ROOT.resolve(path);
        return source.endsWith(type + ".java")
                && Files.isRegularFile(source)
                && Pattern.compile("\\bvoid " + method + "\\(")
                        .matcher(Files.readString(source))
                        .find();
    }

    @ParameterizedTest
    @MethodSource("links")
    void everyTestThatIsNamedIsThere(MatchResult link) throws Exception {
        assertThat(isThere(link.group(1), link.group(2), link.group(3)))
                .as(link.group())
                .isTrue();
    }

    @Test
    void aTestThatIsNotThereIsNoticed() throws Exception {
        String here = "integration-tests/src/test/java/dev/dovetail/it/documentation/SecurityPageTest.java";
        assertThat(isThere("SecurityPageTest", "aTestThatIsNotThereIsNoticed", here))
                .isTrue();
        assertThat(isThere("SecurityPageTest", "aTestThatNobodyWrote", here)).isFalse();
        assertThat(isThere("AnotherTest", "aTestThatIsNotThereIsNoticed", here)).isFalse();
        assertThat(isThere("SecurityPageTest", "links", "nowhere/SecurityPageTest.java"))
                .isFalse();
    }

    @Test
    void everyHostileInputHasARowWithATestThatGoesAllTheWay() throws Exception {
        List<String> rows = rows("Hostile inputs");

        assertThat(rows)
                .extracting(SecurityPageTest::first)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 27).mapToObj(String::valueOf).toList());
        assertThat(rows).allSatisfy(row -> assertThat(endToEnd(row)).isPositive());
    }

    @Test
    void everyAttackHasARowWithATestThatGoesAllTheWay() throws Exception {
        List<String> rows = rows("Attacks on updates");

        assertThat(rows).extracting(SecurityPageTest::first).containsExactlyElementsOf(ATTACKS);
        assertThat(rows).allSatisfy(row -> assertThat(endToEnd(row)).isPositive());
    }

    private static long endToEnd(String row) {
        return LINK.matcher(row)
                .results()
                .filter(link -> link.group(1).endsWith("IT") && link.group(3).contains("/it/endtoend/"))
                .count();
    }

    @Test
    void noTestIsNamedForTwoRows() throws Exception {
        List<String> named = Stream.concat(rows("Hostile inputs").stream(), rows("Attacks on updates").stream())
                .flatMap(row -> LINK.matcher(row).results().limit(1))
                .map(link -> link.group(1) + "." + link.group(2).toLowerCase(Locale.ROOT))
                .toList();
        assertThat(named).doesNotHaveDuplicates().hasSize(27 + ATTACKS.size());
    }
}
