package dev.dovetail.provisioner.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

    private static JsonTree.Members read(String json) throws IOException {
        return JsonTree.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTextsWholeNumbersListsAndObjects() throws Exception {
        JsonTree.Members json =
                read("{\"text\": \"\u00e4\", \"number\": -7, \"yes\": true, \"no\": false, \"list\": [\"a\", \"b\"],"
                        + " \"objects\": [{\"deep\": []}]}");
        assertThat(json.text("text")).isEqualTo("\u00e4");
        assertThat(json.integer("number")).isEqualTo(-7);
        assertThat(json.texts("list")).containsExactly("a", "b");
        assertThat(json.objects("objects").get(0).texts("deep")).isEmpty();
        assertThat(json.values()).containsEntry("yes", true).containsEntry("no", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "null",
                "{",
                "{\"a\"",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":1}x",
                "{\"a\":null}",
                "{\"a\":1.5}",
                "{\"a\":NaN}",
                "{\"a\":99999999999999999999999}",
                "{\"a\":9223372036854775808}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "// why\n{}",
            })
    void refusesWhatIsNoPlainObject(String json) {
        assertThatIOException().isThrownBy(() -> read(json));
    }

    @Test
    void saysWhereItIsWrongOnOneLine() {
        assertThatIOException()
                .isThrownBy(() -> read("{\"a\": 1,\n  \"b\" 2}"))
                .withMessageContaining("at line 2, column ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "Source"));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThatIOException().isThrownBy(() -> read("{\"a\":" + "[".repeat(17) + "]".repeat(17) + "}"));
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThatIOException().isThrownBy(() -> read("{\"a\":\"" + "x".repeat(70_000) + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({"gone,nothing", "number,1", "list,[1]"})
    void namesTheMemberThatIsNoText(String name, String found) throws Exception {
        JsonTree.Members json = read("{\"number\": 1, \"list\": [1]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.text(name))
                .withMessage("expected \"" + name + "\" as a text, found " + found);
    }

    @Test
    void namesTheMemberThatIsNoNumberListOrListOfTexts() throws Exception {
        JsonTree.Members json = read("{\"text\": \"1\", \"list\": [\"a\", 1]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.integer("text"))
                .withMessage("expected \"text\" as a whole number, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.texts("text"))
                .withMessage("expected \"text\" as a list, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.texts("list"))
                .withMessage("expected a text in \"list\", found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.objects("list"))
                .withMessage("expected an object in \"list\", found a");
    }
}
