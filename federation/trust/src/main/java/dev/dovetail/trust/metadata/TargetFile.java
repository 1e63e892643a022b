package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * What a file that may be fetched must be.
 *
 * @param length its length in bytes
 * @param digests its digests, at least one
 * @param extra members that are none of ours, {@code custom} among them, kept as they are
 */
public record TargetFile(long length, Digests digests, JsonObject extra) {

    private static final Set<String> OWN = Set.of("length", "hashes");
    private static final String CUSTOM = "custom";

    /** Checks the length and the digests. */
    public TargetFile {
        if (length < 0) {
            throw new IllegalArgumentException("expected a \"length\" of 0 or more, found " + length);
        }
        if (digests.byAlgorithm().isEmpty()) {
            throw new IllegalArgumentException("expected \"hashes\" with sha256 or sha512, found none");
        }
    }

    /**
     * @param length its length in bytes
     * @param sha256 its SHA-256 digest, lower-case hexadecimal digits
     * @param custom what else is said of it, or {@link JsonObject#EMPTY}
     * @return the description
     */
    public static TargetFile of(long length, String sha256, JsonObject custom) {
        return new TargetFile(
                length,
                new Digests(Map.of("sha256", sha256)),
                custom.equals(JsonObject.EMPTY) ? JsonObject.EMPTY : JsonObject.EMPTY.with(CUSTOM, custom));
    }

    static TargetFile read(JsonObject file) throws JsonException {
        return Form.checked(
                () -> new TargetFile(file.integer("length"), Digests.read(file.object("hashes")), file.without(OWN)));
    }

    /** @return what the publisher says of it in {@code custom}; an empty object where that is missing or no object */
    public JsonObject custom() {
        return extra.find(CUSTOM)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElse(JsonObject.EMPTY);
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("length", Json.integer(length))
                .with("hashes", digests.toJson())
                .with(extra);
    }
}
