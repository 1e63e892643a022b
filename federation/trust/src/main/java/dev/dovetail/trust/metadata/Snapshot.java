package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which versions of all targets files belong together.
 *
 * @param header what all metadata say of themselves
 * @param meta by file name, {@code <role>.json}
 */
public record Snapshot(Header header, Map<String, MetaFile> meta) implements Metadata {

    /** The role's name, and its {@code _type}. */
    public static final String TYPE = "snapshot";

    private static final Set<String> OWN = Set.of("meta");

    /** Copies the map. */
    public Snapshot {
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
    }

    static Snapshot read(JsonObject signed) throws JsonException {
        return new Snapshot(Header.read(TYPE, signed, OWN), MetaFile.readAll(signed.object("meta")));
    }

    /**
     * @param role a role's name
     * @return which version of its file is the current one, if it has one
     */
    public Optional<MetaFile> of(String role) {
        return Optional.ofNullable(meta.get(role + ".json"));
    }

    @Override
    public JsonObject toJson() {
        return header.toJson(TYPE, JsonObject.EMPTY.with("meta", MetaFile.toJson(meta)));
    }
}
