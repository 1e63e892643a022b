package dev.dovetail.provisioner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

    private static final Path PAGES = Path.of("../../docs/errors");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasACodeOfItsOwnAPageAndAHint(Rule rule) throws Exception {
        Finding finding = rule.finding("Expected a, found b.");
        assertThat(Arrays.stream(Rule.values()).map(other -> other.finding("").code()))
                .containsOnlyOnce(finding.code());
        assertThat(finding.hint()).endsWith(".");
        List<String> page = Files.readAllLines(PAGES.resolve(finding.code() + ".md"));
        assertThat(page).hasSizeLessThanOrEqualTo(25).contains("## What to do");
        assertThat(page.get(0)).startsWith("# " + finding.code() + ": ");
    }
}
