package dev.dovetail.provisioner.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small JSON documents as plain values, read within bounds and without duplicate names. */
public final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(20)
                    .maxDocumentLength(16 * 1024 * 1024)
                    .build())
            .build();

    private JsonTree() {}

    /**
     * @param bytes UTF-8 JSON
     * @return the members of its one object
     * @throws IOException when it is something else; the message says where
     */
    public static Members read(byte[] bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("expected a JSON object");
            }
            Members members = object(parser);
            if (parser.nextToken() != null) {
                throw new IOException("expected nothing after the JSON object");
            }
            return members;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new IOException(
                    e.getOriginalMessage()
                            + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()),
                    e);
        }
    }

    private static Members object(JsonParser parser) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Members(values);
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield List.copyOf(values);
            }
            default ->
                throw new IOException(
                        "expected a text, a whole number, an object or a list, found " + parser.getText());
        };
    }

    /**
     * The members of one object. A reader that asks for a member that is missing or of another form gets an
     * {@link IllegalArgumentException} that names it.
     *
     * @param values texts, whole numbers, booleans, {@code Members} and lists of them
     */
    public record Members(Map<String, Object> values) {

        /** Copies the map. */
        public Members {
            values = Map.copyOf(values);
        }

        /**
         * @param name a member
         * @return whether it is there
         */
        public boolean has(String name) {
            return values.containsKey(name);
        }

        /**
         * @param name a member
         * @return its object
         */
        public Members member(String name) {
            return as(name, "an object", Members.class);
        }

        /**
         * @param name a member
         * @return its text
         */
        public String text(String name) {
            return as(name, "a text", String.class);
        }

        /**
         * @param name a member
         * @return its number
         */
        public long integer(String name) {
            return as(name, "a whole number", Long.class);
        }

        /**
         * @param name a member
         * @return whether it is true
         */
        public boolean truth(String name) {
            return as(name, "true or false", Boolean.class);
        }

        /**
         * @param name a member
         * @return its object
         */
        public Members object(String name) {
            return as(name, "an object", Members.class);
        }

        /**
         * @param name a member
         * @return its texts
         */
        public List<String> texts(String name) {
            return elements(name, "a text", String.class);
        }

        /**
         * @param name a member
         * @return its objects
         */
        public List<Members> objects(String name) {
            return elements(name, "an object", Members.class);
        }

        private <T> List<T> elements(String name, String expected, Class<T> type) {
            List<T> elements = new ArrayList<>();
            for (Object element : as(name, "a list", List.class)) {
                if (!type.isInstance(element)) {
                    throw new IllegalArgumentException(
                            "expected " + expected + " in \"" + name + "\", found " + element);
                }
                elements.add(type.cast(element));
            }
            return elements;
        }

        private <T> T as(String name, String expected, Class<T> type) {
            Object value = values.get(name);
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException(
                        "expected \"" + name + "\" as " + expected + ", found " + (value == null ? "nothing" : value));
            }
            return type.cast(value);
        }
    }
}
