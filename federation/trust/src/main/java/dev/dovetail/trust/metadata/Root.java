package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Says which keys sign the four top-level files, itself among them.
 *
 * @param header what all metadata say of themselves
 * @param consistentSnapshot whether files carry their version or digest in their names
 * @param keys by key id
 * @param roles by role name: {@code root}, {@code timestamp}, {@code snapshot} and {@code targets}, perhaps others
 */
public record Root(Header header, boolean consistentSnapshot, Map<String, Key> keys, Map<String, Role> roles)
        implements Metadata {

    /** The role's name, and its {@code _type}. */
    public static final String TYPE = "root";

    private static final Set<String> OWN = Set.of("consistent_snapshot", "keys", "roles");
    private static final Set<String> TOP_LEVEL = Set.of(TYPE, Timestamp.TYPE, Snapshot.TYPE, Targets.TYPE);

    /** Copies the maps and checks the roles. */
    public Root {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        if (!roles.keySet().containsAll(TOP_LEVEL)) {
            throw new IllegalArgumentException(
                    "expected \"roles\" for root, timestamp, snapshot and targets, found " + roles.size() + " others");
        }
    }

    static Root read(JsonObject signed) throws JsonException {
        Header header = Header.read(TYPE, signed, OWN);
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String name : signed.object("roles").members().keySet()) {
            roles.put(name, Role.read(signed.object("roles").object(name)));
        }
        return Form.checked(() -> new Root(
                header,
                signed.has("consistent_snapshot") && signed.flag("consistent_snapshot"),
                Key.readAll(signed.object("keys")),
                roles));
    }

    /**
     * @param name one of the four top-level roles
     * @return who signs it
     */
    public Role role(String name) {
        Role role = roles.get(name);
        if (role == null) {
            throw new IllegalArgumentException("Expected a role that the root knows, found: " + name);
        }
        return role;
    }

    /**
     * @param name a role's name
     * @return whether it is one of the four that the root speaks of, so that nobody can be given it by delegation
     */
    public static boolean isTopLevel(String name) {
        return TOP_LEVEL.contains(name);
    }

    @Override
    public JsonObject toJson() {
        JsonObject ofRoles = JsonObject.EMPTY;
        for (Map.Entry<String, Role> role : roles.entrySet()) {
            ofRoles = ofRoles.with(role.getKey(), role.getValue().toJson());
        }
        return header.toJson(
                TYPE,
                JsonObject.EMPTY
                        .with("consistent_snapshot", Json.flag(consistentSnapshot))
                        .with("keys", Key.toJson(keys))
                        .with("roles", ofRoles));
    }
}
