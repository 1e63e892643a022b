package dev.dovetail.it.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleFederationPageTest {

    private static final String PAGE = "docs/module-federation-cases.md";

    private static final List<String> CASES = List.of("""
            A1 A2 A4 A7 A8 A11 A13 A14
            B1 B2 B4 B7 B8 B11 B13 B14 B16 B17 B19 B22 B23 B26 B28 B29 B31 B32 B34 B37 B38
            C1 C2 C4 C7 C8 C11 C13 C14 C16 C17 C19 C22 C23 C26 C28
            D1 D2 D4 D7 D8 D11 D13 D14 D16 D17 D19
            E1 E2 E4 E7 E8 E11 E13 E14
            F1 F2 F4 F7 F8 F11
            G1 G2 G4 G7 G8 G11 G13 G14 G16 G17 G19 G22 G23 G26 G28 G29 G31 G32
            H1 H2 H4 H7 H8
            I1 I2 I4
            J1 J2 J4 J7
            """.strip().split("\\s+"));

    private static final Pattern ROW = Pattern.compile("\\| ([A-J][0-9]+) \\| (\\S.*) \\| (\\S.*) \\|");
    private static final Pattern REASON = Pattern.compile("does not carry over: \\S.{30,}\\..*");
    private static final Pattern TEST = Pattern.compile("(?m)^ +@Test(?:\\s+@.*)*\\s+void ([a-j][0-9]+[A-Z]\\w*)\\(");

    private static List<String> lines() throws IOException {
        return Sources.text(PAGE)
                .lines()
                .filter(line -> line.matches("\\| ?[A-Z].*"))
                .toList();
    }

    /** A row has a case, what is so with us, and a test or a reason. */
    private static boolean isWhole(String line) {
        var row = ROW.matcher(line);
        return row.matches()
                && (TestLink.in(row.group(3)).findAny().isPresent()
                        || REASON.matcher(row.group(3)).matches());
    }

    static Stream<TestLink> links() throws IOException {
        return TestLink.in(Sources.text(PAGE));
    }

    @Test
    void everyCaseHasItsRowInOrder() throws Exception {
        assertThat(lines()).extracting(line -> line.split("\\|", 3)[1].strip()).containsExactlyElementsOf(CASES);
    }

    @Test
    void everyRowHasATestOrAReason() throws Exception {
        assertThat(lines()).isNotEmpty().allMatch(ModuleFederationPageTest::isWhole);
    }

    @Test
    void aRowWithoutEitherIsNoticed() {
        assertThat(isWhole("| A1 | Something. | [`B.c`](d/B.java) |")).isTrue();
        assertThat(isWhole("| A1 | Something. | does not carry over: there is nothing here that it would apply to. |"))
                .isTrue();
        assertThat(isWhole("| A1 | Something. | later |")).isFalse();
        assertThat(isWhole("| A1 | Something. | does not carry over: no. |")).isFalse();
        assertThat(isWhole("| A1 |  | [`B.c`](d/B.java) |")).isFalse();
        assertThat(isWhole("| A1 | Something. |")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("links")
    void everyTestThatIsNamedIsThere(TestLink link) throws Exception {
        assertThat(link.isThere("docs")).as(link.path()).isTrue();
    }

    @Test
    void everyTestThatIsWrittenForACaseIsNamed() throws Exception {
        Set<String> written = new TreeSet<>();
        for (Path source : casesTests()) {
            String type = source.getFileName().toString().replace(".java", "");
            TEST.matcher(Files.readString(source))
                    .results()
                    .map(test -> type + "." + test.group(1))
                    .forEach(written::add);
        }
        assertThat(written).hasSizeGreaterThan(30);
        assertThat(links().map(TestLink::name).collect(Collectors.toSet())).containsAll(written);
    }

    private static List<Path> casesTests() throws IOException {
        try (Stream<Path> files = Files.walk(Sources.ROOT)) {
            return files.filter(file -> file.toString().endsWith("CasesTest.java"))
                    .filter(file -> Sources.ROOT.relativize(file).toString().contains("src/test/java/"))
                    .toList();
        }
    }
}
