package dev.dovetail.it.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityPageTest {

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

    static Stream<TestLink> links() throws IOException {
        return TestLink.in(Sources.text("SECURITY.md"));
    }

    @ParameterizedTest
    @MethodSource("links")
    void everyTestThatIsNamedIsThere(TestLink link) throws Exception {
        assertThat(link.isThere("")).as(link.path()).isTrue();
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
        return TestLink.in(row)
                .filter(link -> link.type().endsWith("IT") && link.path().contains("/it/endtoend/"))
                .count();
    }

    @Test
    void noTestIsNamedForTwoRows() throws Exception {
        List<String> named = Stream.concat(rows("Hostile inputs").stream(), rows("Attacks on updates").stream())
                .flatMap(row -> TestLink.in(row).limit(1))
                .map(link -> link.name().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(named).doesNotHaveDuplicates().hasSize(27 + ATTACKS.size());
    }
}
