package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a metadata file says of another one.
 *
 * @param version its version, 1 or more
 * @param length its length in bytes, where that is said
 * @param digests its digests, where they are said
 * @param extra members that are none of ours, kept as they are
 */
public record MetaFile(long version, OptionalLong length, Digests digests, JsonObject extra) {

    private static final Set<String> OWN = Set.of("version", "length", "hashes");

    /** Checks the version and the length. */
    public MetaFile {
        if (version < 1 || version > Header.LAST_VERSION) {
            throw new IllegalArgumentException(
                    "expected a \"version\" from 1 to " + Header.LAST_VERSION + ", found " + version);
        }
        if (length.isPresent() && length.getAsLong() < 1) {
            throw new IllegalArgumentException("expected a \"length\" of 1 or more, found " + length.getAsLong());
        }
    }

    /**
     * @param version the file's version
     * @return what is said of a file that is known by its version and its signatures alone
     */
    public static MetaFile of(long version) {
        return new MetaFile(version, OptionalLong.empty(), Digests.NONE, JsonObject.EMPTY);
    }

    /**
     * @param version the file's version
     * @param bytes the file
     * @return what is said of it, length and digest included
     */
    public static MetaFile of(long version, byte[] bytes) {
        return new MetaFile(version, OptionalLong.of(bytes.length), Digests.sha256(bytes), JsonObject.EMPTY);
    }

    static MetaFile read(JsonObject file) throws JsonException {
        return Form.checked(() -> new MetaFile(
                file.integer("version"),
                file.has("length") ? OptionalLong.of(file.integer("length")) : OptionalLong.empty(),
                file.has("hashes") ? Digests.read(file.object("hashes")) : Digests.NONE,
                file.without(OWN)));
    }

    JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY.with("version", Json.integer(version));
        if (length.isPresent()) {
            json = json.with("length", Json.integer(length.getAsLong()));
        }
        if (!digests.byAlgorithm().isEmpty()) {
            json = json.with("hashes", digests.toJson());
        }
        return json.with(extra);
    }

    static Map<String, MetaFile> readAll(JsonObject meta) throws JsonException {
        Map<String, MetaFile> files = new LinkedHashMap<>();
        for (String name : meta.members().keySet()) {
            files.put(name, read(meta.object(name)));
        }
        return Collections.unmodifiableMap(files);
    }

    static JsonObject toJson(Map<String, MetaFile> files) {
        Map<String, Json> members = new LinkedHashMap<>();
        files.forEach((name, file) -> members.put(name, file.toJson()));
        return new JsonObject(members);
    }
}
