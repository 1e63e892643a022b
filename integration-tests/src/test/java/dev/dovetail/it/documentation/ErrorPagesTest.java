package dev.dovetail.it.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {

    private static final Pattern CODE = Pattern.compile("\"(DT-[A-Z]+-[0-9]{3})\"");
    /** The gate's rules have numbers alone. */
    private static final Pattern RULE = Pattern.compile("(?m)^ +[A-Z_]+\\(\\s*\"([0-9]{3})\",");

    private static final int LONGEST = 25;

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path source : Sources.product()) {
            String text = Files.readString(source);
            Matcher code = CODE.matcher(text);
            while (code.find()) {
                codes.add(code.group(1));
            }
            if (source.endsWith("gate/Rule.java")) {
                Matcher rule = RULE.matcher(text);
                while (rule.find()) {
                    codes.add("DT-GATE-" + rule.group(1));
                }
            }
        }
        return codes;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Sources.ROOT.resolve("docs/errors"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws Exception {
        assertThat(pages())
                .extracting(page -> page.getFileName().toString().replace(".md", ""))
                .containsExactlyElementsOf(codes());
        assertThat(codes()).hasSizeGreaterThan(100).contains("DT-GATE-001", "DT-GATE-023", "DT-HOME-001");
    }

    @Test
    void aPageSaysWhatTheCodeMeansAndWhatToDoInFewLines() throws Exception {
        for (Path page : pages()) {
            String text = Files.readString(page);
            assertThat(text)
                    .as("%s", page)
                    .startsWith("# " + page.getFileName().toString().replace(".md", "") + ": ")
                    .contains("\n## What to do\n");
            assertThat(text.lines().count()).as("%s", page).isLessThanOrEqualTo(LONGEST);
        }
    }

    @Test
    void whatTheSourcesThrowIsFoundWhereverItStands() {
        assertThat(CODE.matcher("throw new HomeException(\n \"DT-HOME-001\",\n").find())
                .isTrue();
        assertThat(RULE.matcher("    FOREIGN_EXPORT(\n            \"016\", \"x\"),")
                        .find())
                .isTrue();
    }
}
