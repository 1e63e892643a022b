package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Describes files that may be fetched, and says who else may describe some.
 *
 * @param header what all metadata say of themselves
 * @param targets by target path
 * @param delegations who else may, or {@link Delegations#NONE}
 */
public record Targets(Header header, Map<String, TargetFile> targets, Delegations delegations) implements Metadata {

    /** The top-level role's name, and the {@code _type} of every delegated one too. */
    public static final String TYPE = "targets";

    private static final Set<String> OWN = Set.of("targets", "delegations");

    /** Copies the map. */
    public Targets {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    static Targets read(JsonObject signed) throws JsonException {
        Map<String, TargetFile> targets = new LinkedHashMap<>();
        for (String path : signed.object("targets").members().keySet()) {
            targets.put(path, TargetFile.read(signed.object("targets").object(path)));
        }
        return new Targets(
                Header.read(TYPE, signed, OWN),
                targets,
                signed.has("delegations") ? Delegations.read(signed.object("delegations")) : Delegations.NONE);
    }

    @Override
    public JsonObject toJson() {
        Map<String, Json> files = new LinkedHashMap<>();
        targets.forEach((path, file) -> files.put(path, file.toJson()));
        JsonObject body = JsonObject.EMPTY.with("targets", new JsonObject(files));
        return header.toJson(
                TYPE, delegations.equals(Delegations.NONE) ? body : body.with("delegations", delegations.toJson()));
    }
}
