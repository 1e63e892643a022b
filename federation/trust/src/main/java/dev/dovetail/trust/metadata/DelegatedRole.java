package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.Set;

/**
 * Somebody else who may describe files of some paths.
 *
 * @param name the role's name; its file is {@code <name>.json}
 * @param role whose signatures its file needs
 * @param terminating whether nobody after it is asked for a path that is its own
 * @param paths which paths are its own
 */
public record DelegatedRole(String name, Role role, boolean terminating, PathSet paths) {

    private static final Set<String> OWN =
            Set.of("name", "keyids", "threshold", "terminating", "paths", "path_hash_prefixes");

    /** Checks the name: the top-level roles are the root's to give. */
    public DelegatedRole {
        if (name.isEmpty() || Root.isTopLevel(name)) {
            throw new IllegalArgumentException("expected a delegated role's \"name\", found \"" + name + "\"");
        }
    }

    static DelegatedRole read(JsonObject role) throws JsonException {
        return Form.checked(() -> new DelegatedRole(
                role.text("name"), Role.read(role, role.without(OWN)), role.flag("terminating"), PathSet.read(role)));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("name", Json.text(name))
                .with(role.toJson())
                .with("terminating", Json.flag(terminating))
                .with(paths.toJson());
    }
}
