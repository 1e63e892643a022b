package dev.dovetail.trust.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonLawsTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll("objects") JsonObject value) throws JsonException {
        assertThat(JsonReader.read(JsonWriter.bytes(value))).isEqualTo(value);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void equalValuesHaveEqualBytesAndOthersOthers(
            @ForAll("objects") JsonObject one, @ForAll("objects") JsonObject other) {
        boolean sameBytes = Arrays.equals(CanonicalJson.bytes(one), CanonicalJson.bytes(other));

        assertThat(sameBytes).isEqualTo(one.equals(other));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theCanonicalFormSurvivesWritingAndReading(@ForAll("objects") JsonObject value) throws JsonException {
        assertThat(CanonicalJson.bytes(JsonReader.read(JsonWriter.bytes(value))))
                .isEqualTo(CanonicalJson.bytes(value));
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return members(2);
    }

    private static Arbitrary<JsonObject> members(int depth) {
        Arbitrary<Map<String, Json>> map =
                Arbitraries.maps(texts(), values(depth)).ofMaxSize(4);
        return map.map(JsonObject::new);
    }

    private static Arbitrary<Json> values(int depth) {
        Arbitrary<Json> plain = Arbitraries.oneOf(
                texts().map(Json::text),
                Arbitraries.longs().map(Json::integer),
                Arbitraries.of(Json.flag(true), Json.flag(false), Json.Null.NULL));
        if (depth == 0) {
            return plain;
        }
        return Arbitraries.oneOf(
                plain,
                members(depth - 1).map(object -> object),
                values(depth - 1).list().ofMaxSize(3).map(JsonArray::new));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).filter(Surrogates::arePaired),
                Arbitraries.strings().withChars("ab\"\\\n\u0000é/").ofMaxLength(6),
                Arbitraries.of("😀", "\uffee", "a😀"));
    }
}
