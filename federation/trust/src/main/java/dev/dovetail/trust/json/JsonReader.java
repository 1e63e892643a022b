package dev.dovetail.trust.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that strangers sent. What is signed is the canonical form of what was read, so nothing may be read in two
 * ways: bytes that are no UTF-8, names that occur twice, fractions, numbers beyond 64 bits, lone surrogates and anything
 * after the object are refused, and so is what is deeper or larger than metadata ever is.
 */
public final class JsonReader {

    /** How large a document may be, in bytes. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** How deep objects and lists may be nested. */
    public static final int DEEPEST = 64;

    /** Names are a stranger's too: they are neither interned nor put into a table that all documents share. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(4 * 1024)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(20)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * Reads a document that is one object.
     *
     * @param bytes UTF-8, at most {@value #LARGEST} of them
     * @return the object
     * @throws JsonException when they are anything else; the message says where
     */
    public static JsonObject read(byte[] bytes) throws JsonException {
        if (bytes.length > LARGEST) {
            throw new JsonException("expected at most " + LARGEST + " bytes, found " + bytes.length);
        }
        CharBuffer text = decode(bytes);
        try (JsonParser parser = FACTORY.createParser(text.array(), text.position(), text.remaining())) {
            return document(parser);
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
    }

    private static JsonObject document(JsonParser parser) throws IOException, JsonException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonException("expected an object, found something else");
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw new JsonException("expected nothing after the object, found more");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new JsonException("expected JSON within bounds, found something else" + place(parser), e);
        }
    }

    /** The parser's own decoder lets overlong forms through, and guesses at UTF-16. */
    private static CharBuffer decode(byte[] bytes) throws JsonException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new JsonException("expected UTF-8, found other bytes", e);
        }
    }

    private static JsonObject object(JsonParser parser) throws IOException, JsonException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = paired(parser.currentName(), parser);
            parser.nextToken();
            if (members.put(name, value(parser)) != null) {
                throw new JsonException(
                        "expected each name once, found \"" + Sketch.shortened(name) + "\" twice" + place(parser));
            }
        }
        return new JsonObject(members);
    }

    private static JsonArray array(JsonParser parser) throws IOException, JsonException {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new JsonArray(elements);
    }

    private static Json value(JsonParser parser) throws IOException, JsonException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new Json.Text(paired(parser.getText(), parser));
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getLongValue());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> Json.Null.NULL;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default -> throw new JsonException("expected a whole number, found a fraction" + place(parser));
        };
    }

    private static String paired(String text, JsonParser parser) throws JsonException {
        if (!Surrogates.arePaired(text)) {
            throw new JsonException("expected whole characters, found half of one" + place(parser));
        }
        return text;
    }

    private static String place(JsonParser parser) {
        JsonLocation at = parser.currentLocation();
        return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
