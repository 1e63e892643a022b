package dev.dovetail.trust.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes JSON as files have it: UTF-8, without blanks, members in the order they have. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /**
     * @param value a JSON value
     * @return the bytes, from which {@link JsonReader} reads an equal one
     */
    public static byte[] bytes(Json value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(value, generator);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static void write(Json value, JsonGenerator out) throws IOException {
        if (value instanceof Json.Text text) {
            out.writeString(text.value());
        } else if (value instanceof Json.Whole whole) {
            out.writeNumber(whole.value());
        } else if (value instanceof Json.Flag flag) {
            out.writeBoolean(flag.value());
        } else if (value instanceof JsonArray array) {
            list(array.elements(), out);
        } else if (value instanceof JsonObject object) {
            members(object.members(), out);
        } else {
            out.writeNull();
        }
    }

    private static void list(List<Json> elements, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Json element : elements) {
            write(element, out);
        }
        out.writeEndArray();
    }

    private static void members(Map<String, Json> members, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, Json> member : members.entrySet()) {
            out.writeFieldName(member.getKey());
            write(member.getValue(), out);
        }
        out.writeEndObject();
    }
}
