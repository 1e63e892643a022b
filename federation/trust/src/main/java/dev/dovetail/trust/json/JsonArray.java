package dev.dovetail.trust.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of JSON values.
 *
 * @param elements in order
 */
public record JsonArray(List<Json> elements) implements Json {

    /** Copies the list. */
    public JsonArray {
        elements = List.copyOf(elements);
    }

    /**
     * @return the elements, all of which are objects
     * @throws JsonException when one is something else
     */
    public List<JsonObject> objects() throws JsonException {
        List<JsonObject> objects = new ArrayList<>(elements.size());
        for (Json element : elements) {
            if (!(element instanceof JsonObject object)) {
                throw new JsonException("expected a list of objects, found " + Sketch.of(element) + " in it");
            }
            objects.add(object);
        }
        return objects;
    }

    /**
     * @return the elements, all of which are texts
     * @throws JsonException when one is something else
     */
    public List<String> texts() throws JsonException {
        List<String> texts = new ArrayList<>(elements.size());
        for (Json element : elements) {
            if (!(element instanceof Text text)) {
                throw new JsonException("expected a list of texts, found " + Sketch.of(element) + " in it");
            }
            texts.add(text.value());
        }
        return texts;
    }
}
