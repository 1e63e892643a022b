package dev.dovetail.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String PASSED = "<testcase classname='a.B' name='testC'/>";
    private static final String FAILED =
            "<testcase classname='a.B' name='testD'><failure type='E'>E: no such wire\n  at x</failure></testcase>";
    private static final String BROKEN =
            "<testcase classname='a.B' name='testE'><error type='E'>E: odd</error></testcase>";

    @TempDir
    private Path directory;

    @Test
    void passesWhenAllTestsRanAndPassed() throws Exception {
        report(PASSED.repeat(489));

        assertThat(judge()).startsWith("true").contains("489 of 489 ran, 0 failed");
    }

    @Test
    void namesEachTestThatFailedAndWhy() throws Exception {
        report(PASSED.repeat(487) + FAILED + BROKEN);

        assertThat(judge())
                .startsWith("false")
                .contains("a.B.testD: E: no such wire", "a.B.testE: E: odd", "489 of 489 ran, 2 failed");
    }

    @Test
    void failsWhenATestIsMissing() throws Exception {
        report(PASSED.repeat(488));

        assertThat(judge()).startsWith("false").contains("488 of 489 ran, 0 failed");
    }

    @Test
    void failsWithoutAReport() {
        assertThat(judge()).startsWith("false").contains("0 of 489 ran");
    }

    @Test
    void failsWhenTheReportBreaksOff() throws Exception {
        Files.writeString(directory.resolve("TEST-suite.xml"), "<testsuite>" + PASSED);

        assertThat(judge()).startsWith("false").contains("expected the report", "is no whole report");
    }

    private void report(String cases) throws IOException {
        Files.writeString(directory.resolve("TEST-suite.xml"), "<testsuite>" + cases + "</testsuite>");
    }

    private String judge() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean passed = Report.judge(directory, new PrintStream(out, true, StandardCharsets.UTF_8));
        return passed + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
