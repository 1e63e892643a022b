package dev.dovetail.shell.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;

/** JavaFX takes the binary rules in place of the written ones, without a word. */
class BinaryRulesTest {

    private static URL resource(String name) {
        return Objects.requireNonNull(Appearance.class.getResource(name), name);
    }

    @Test
    void sayTheSameAsTheWrittenOnes() throws Exception {
        Stylesheet written = new CssParser().parse(resource("shell.css"));
        Stylesheet binary = Stylesheet.loadBinary(resource("shell.bss"));

        assertThat(written.getRules()).hasSizeGreaterThan(100);
        assertThat(words(binary)).isEqualTo(words(written));
    }

    private static List<String> words(Stylesheet sheet) {
        return sheet.getRules().stream()
                .map(rule -> rule.getSelectors() + " " + declarations(rule))
                .toList();
    }

    private static List<String> declarations(Rule rule) {
        return rule.getDeclarations().stream()
                .map(declaration -> declaration.getProperty() + ": " + value(declaration))
                .toList();
    }

    private static String value(Declaration declaration) {
        return declaration.getParsedValue().toString().replaceAll("\\s+", " ");
    }
}
