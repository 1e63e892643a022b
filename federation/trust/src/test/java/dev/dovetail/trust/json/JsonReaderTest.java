package dev.dovetail.trust.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void everyKindOfValueIsRead() throws Exception {
        JsonObject read =
                read("{\"a\":\"x\",\"b\":-7,\"c\":true,\"d\":false,\"e\":null,\"f\":[{},[]],\"g\":{\"h\":1}}");

        assertThat(read.text("a")).isEqualTo("x");
        assertThat(read.integer("b")).isEqualTo(-7);
        assertThat(read.flag("c")).isTrue();
        assertThat(read.flag("d")).isFalse();
        assertThat(read.find("e")).contains(Json.Null.NULL);
        assertThat(read.find("f")).contains(new JsonArray(List.of(JsonObject.EMPTY, new JsonArray(List.of()))));
        assertThat(read.object("g").integer("h")).isEqualTo(1);
    }

    @Test
    void membersKeepTheirOrder() throws Exception {
        assertThat(read("{\"z\":1,\"a\":2,\"m\":3}").members()).containsOnlyKeys("z", "a", "m");
        assertThat(read("{\"z\":1,\"a\":2,\"m\":3}").members().keySet()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "1", "\"x\"", "null", "{", "{\"a\":1", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}"})
    void whatIsNoWholeObjectIsRefused(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} x", "{},", "{}\u0000"})
    void nothingMayFollowTheObject(String text) {
        refuses(text);
    }

    @Test
    void aNameThatOccursTwiceIsRefusedWhereverItStands() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read("{\"a\":{\"version\":1,\"x\":0,\"version\":2}}"))
                .withMessageContaining("found \"version\" twice")
                .withMessageContaining("line 1");
        refuses("{\"a\":1,\"\\u0061\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "1E3", "NaN", "Infinity", "-Infinity", "01", "+1", "0x1", "-", "1."})
    void whatIsNoWholeNumberIsRefused(String number) {
        refuses("{\"a\":" + number + "}");
    }

    @Test
    void numbersEndWhere64BitsDo() throws Exception {
        assertThat(read("{\"a\":9223372036854775807}").integer("a")).isEqualTo(Long.MAX_VALUE);
        assertThat(read("{\"a\":-9223372036854775808}").integer("a")).isEqualTo(Long.MIN_VALUE);
        refuses("{\"a\":9223372036854775808}");
        refuses("{\"a\":" + "9".repeat(10_000) + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\udbffb", "\\udc00\\ud800", "\\ud800\\ud800\\udc00"})
    void halfACharacterIsRefusedInTextsAndNames(String half) {
        refuses("{\"a\":\"" + half + "\"}");
        refuses("{\"" + half + "\":1}");
    }

    @Test
    void aWholePairIsOneCharacter() throws Exception {
        assertThat(read("{\"a\":\"\\ud83d\\ude00\"}").text("a")).isEqualTo("😀");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        refuses(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'});
        refuses(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'}); // an overlong slash
        refuses(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'});
        refuses("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
        refuses("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE));
        refuses("\ufeff{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\n\"}", "{\"a\":\"\u0000\"}", "{\"a\":\"\\x41\"}", "{/**/}", "{}//", "#\n{}"})
    void whatOtherReadersAreLenientAboutIsRefused(String text) {
        refuses(text);
    }

    @Test
    void depthIsBounded() throws Exception {
        assertThat(read("{\"a\":" + "[".repeat(JsonReader.DEEPEST - 1) + "]".repeat(JsonReader.DEEPEST - 1) + "}"))
                .isNotNull();
        refuses("{\"a\":" + "[".repeat(JsonReader.DEEPEST) + "]".repeat(JsonReader.DEEPEST) + "}");
        refuses("{\"a\":".repeat(1_000_000));
    }

    @Test
    void sizeIsBounded() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonReader.read(new byte[JsonReader.LARGEST + 1]))
                .withMessageContaining("expected at most 16777216 bytes, found 16777217");
        refuses("{\"" + "n".repeat(5_000) + "\":1}");
        refuses("{\"a\":\"" + "x".repeat(70_000) + "\"}");
    }

    @Test
    void aTextInAMessageShowsNoControlCharactersAndIsShort() {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read("{\"a\":\"\\u001b[31m\\u202e" + "x".repeat(100) + "\"}")
                        .integer("a"))
                .withMessage("expected \"a\" as a whole number, found \"?[31m?" + "x".repeat(54) + "…\"");
    }

    @Test
    void whoAsksForAnotherFormIsToldWhatIsThere() throws Exception {
        JsonObject read = read("{\"o\":{},\"l\":[1],\"n\":null,\"t\":true,\"i\":5}");

        says(() -> read.text("o"), "expected \"o\" as a text, found an object");
        says(() -> read.object("l"), "expected \"l\" as an object, found a list");
        says(() -> read.flag("n"), "expected \"n\" as true or false, found null");
        says(() -> read.texts("t"), "expected \"t\" as a list, found true");
        says(() -> read.objects("missing"), "expected \"missing\" as a list, found nothing");
        says(() -> read.texts("l"), "expected a list of texts, found 1 in it");
        says(() -> read.objects("l"), "expected a list of objects, found 1 in it");
    }

    @Test
    void halfACharacterCannotBeBuiltEither() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.text("\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonObject.EMPTY.with("\udc00", Json.integer(1)));
    }

    private static void says(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String message) {
        assertThatExceptionOfType(JsonException.class).isThrownBy(reading).withMessage(message);
    }

    private static void refuses(String text) {
        refuses(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(byte[] bytes) {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> JsonReader.read(bytes));
    }

    private static JsonObject read(String text) throws JsonException {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
