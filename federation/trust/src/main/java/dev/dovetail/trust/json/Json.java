package dev.dovetail.trust.json;

import java.util.List;

/** A JSON value, immutable. There are no fractions: the canonical form has none. */
public sealed interface Json permits Json.Text, Json.Whole, Json.Flag, Json.Null, JsonArray, JsonObject {

    /**
     * @param value a text without lone surrogates
     * @return the value
     */
    static Json text(String value) {
        return new Text(value);
    }

    /**
     * @param value a whole number
     * @return the value
     */
    static Json integer(long value) {
        return new Whole(value);
    }

    /**
     * @param value true or false
     * @return the value
     */
    static Json flag(boolean value) {
        return new Flag(value);
    }

    /**
     * @param values texts
     * @return the list of them
     */
    static Json texts(List<String> values) {
        return new JsonArray(values.stream().map(Json::text).toList());
    }

    /**
     * A text.
     *
     * @param value without lone surrogates, which have no bytes and so no signature
     */
    record Text(String value) implements Json {

        /** Checks the surrogates. */
        public Text {
            if (!Surrogates.arePaired(value)) {
                throw new IllegalArgumentException("Expected a text with paired surrogates");
            }
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(long value) implements Json {}

    /**
     * True or false.
     *
     * @param value which
     */
    record Flag(boolean value) implements Json {}

    /** Nothing, said explicitly. */
    enum Null implements Json {
        /** The only one. */
        NULL
    }
}
