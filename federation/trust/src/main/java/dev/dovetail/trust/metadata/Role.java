package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose signatures a metadata file needs.
 *
 * @param keyIds the keys that may sign, each once
 * @param threshold how many of them must have signed, 1 or more
 * @param extra members that are none of ours, kept as they are
 */
public record Role(List<String> keyIds, int threshold, JsonObject extra) {

    private static final Set<String> OWN = Set.of("keyids", "threshold");

    /** Copies the list and checks it. A threshold of 0 would be met by anybody's file. */
    public Role {
        keyIds = List.copyOf(keyIds);
        if (threshold < 1) {
            throw new IllegalArgumentException("expected a \"threshold\" of 1 or more, found " + threshold);
        }
        if (new HashSet<>(keyIds).size() != keyIds.size()) {
            throw new IllegalArgumentException("expected each of the \"keyids\" once, found one twice");
        }
    }

    /**
     * @param keyIds the keys that may sign
     * @param threshold how many of them must have signed
     * @return the role
     */
    public static Role of(List<String> keyIds, int threshold) {
        return new Role(keyIds, threshold, JsonObject.EMPTY);
    }

    static Role read(JsonObject role) throws JsonException {
        return read(role, role.without(OWN));
    }

    static Role read(JsonObject role, JsonObject extra) throws JsonException {
        return Form.checked(() -> new Role(role.texts("keyids"), threshold(role.integer("threshold")), extra));
    }

    private static int threshold(long number) throws JsonException {
        if (number != (int) number) {
            throw new JsonException("expected a \"threshold\" within reason, found " + number);
        }
        return (int) number;
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("keyids", Json.texts(keyIds))
                .with("threshold", Json.integer(threshold))
                .with(extra);
    }
}
