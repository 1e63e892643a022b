package dev.dovetail.trust.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void namesAreSortedAndNothingIsBlank() {
        JsonObject value = JsonObject.EMPTY
                .with("b", new JsonArray(List.of(Json.integer(1), Json.flag(true), Json.flag(false))))
                .with("a", Json.Null.NULL)
                .with("B", Json.integer(-5));

        assertThat(canonical(value)).isEqualTo("{\"B\":-5,\"a\":null,\"b\":[1,true,false]}");
    }

    @Test
    void onlyTheQuotationMarkAndTheBackslashAreEscaped() {
        assertThat(canonical(Json.text("a\"b\\c\n\t/\u0001é😀"))).isEqualTo("\"a\\\"b\\\\c\n\t/\u0001é😀\"");
    }

    @Test
    void namesAreSortedByCodePointEvenBeyondTheBasicPlane() {
        JsonObject value = JsonObject.EMPTY.with("😀", Json.integer(1)).with("\uffee", Json.integer(2));

        assertThat(canonical(value)).isEqualTo("{\"\uffee\":2,\"😀\":1}");
    }

    @Test
    void orderMakesNoDifferenceToObjectsButToLists() {
        JsonObject one = JsonObject.EMPTY.with("a", Json.integer(1)).with("b", Json.integer(2));
        JsonObject other = JsonObject.EMPTY.with("b", Json.integer(2)).with("a", Json.integer(1));

        assertThat(canonical(one)).isEqualTo(canonical(other));
        assertThat(one).isEqualTo(other);
        assertThat(canonical(Json.texts(List.of("a", "b")))).isNotEqualTo(canonical(Json.texts(List.of("b", "a"))));
    }

    private static String canonical(Json value) {
        return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
    }
}
