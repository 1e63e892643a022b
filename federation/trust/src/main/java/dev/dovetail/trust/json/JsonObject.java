package dev.dovetail.trust.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object. Keeps the order of its members; two objects are equal whatever their order. A reader that asks for a
 * member that is missing or of another form is told by a {@link JsonException} that names it.
 *
 * @param members by name
 */
public record JsonObject(Map<String, Json> members) implements Json {

    /** An object without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the map. */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        if (!members.keySet().stream().allMatch(Surrogates::arePaired)) {
            throw new IllegalArgumentException("Expected names with paired surrogates");
        }
    }

    /**
     * @param name a member
     * @param value what it is to be
     * @return this object with it, at its old place or behind the others
     */
    public JsonObject with(String name, Json value) {
        Map<String, Json> all = new LinkedHashMap<>(members);
        all.put(name, value);
        return new JsonObject(all);
    }

    /**
     * @param others more members, which win over members of the same names
     * @return this object with them
     */
    public JsonObject with(JsonObject others) {
        Map<String, Json> all = new LinkedHashMap<>(members);
        all.putAll(others.members);
        return new JsonObject(all);
    }

    /**
     * @param names members
     * @return this object without them
     */
    public JsonObject without(Set<String> names) {
        Map<String, Json> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(names);
        return new JsonObject(rest);
    }

    /**
     * @param name a member
     * @return its value, if it is there
     */
    public Optional<Json> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /**
     * @param name a member
     * @return whether it is there
     */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * @param name a member
     * @return its text
     * @throws JsonException when it is missing or something else
     */
    public String text(String name) throws JsonException {
        return as(name, "a text", Text.class).value();
    }

    /**
     * @param name a member
     * @return its number
     * @throws JsonException when it is missing or something else
     */
    public long integer(String name) throws JsonException {
        return as(name, "a whole number", Whole.class).value();
    }

    /**
     * @param name a member
     * @return whether it is true
     * @throws JsonException when it is missing or something else
     */
    public boolean flag(String name) throws JsonException {
        return as(name, "true or false", Flag.class).value();
    }

    /**
     * @param name a member
     * @return its object
     * @throws JsonException when it is missing or something else
     */
    public JsonObject object(String name) throws JsonException {
        return as(name, "an object", JsonObject.class);
    }

    /**
     * @param name a member
     * @return its objects
     * @throws JsonException when it is missing, or something else is in it
     */
    public List<JsonObject> objects(String name) throws JsonException {
        return as(name, "a list", JsonArray.class).objects();
    }

    /**
     * @param name a member
     * @return its texts
     * @throws JsonException when it is missing, or something else is in it
     */
    public List<String> texts(String name) throws JsonException {
        return as(name, "a list", JsonArray.class).texts();
    }

    private <T extends Json> T as(String name, String expected, Class<T> type) throws JsonException {
        Json value = members.get(name);
        if (!type.isInstance(value)) {
            throw new JsonException("expected \"" + Sketch.shortened(name) + "\" as " + expected + ", found "
                    + (value == null ? "nothing" : Sketch.of(value)));
        }
        return type.cast(value);
    }
}
