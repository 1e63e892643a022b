package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonArray;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who else may describe files, and which.
 *
 * @param keys by key id
 * @param roles in the order in which they are asked
 * @param extra members that are none of ours, kept as they are
 */
public record Delegations(Map<String, Key> keys, List<DelegatedRole> roles, JsonObject extra) {

    /** Nobody else. */
    public static final Delegations NONE = new Delegations(Map.of(), List.of(), JsonObject.EMPTY);

    private static final Set<String> OWN = Set.of("keys", "roles");

    /** Copies both and checks that no name occurs twice. */
    public Delegations {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        roles = List.copyOf(roles);
        Set<String> names = new HashSet<>();
        for (DelegatedRole role : roles) {
            if (!names.add(role.name())) {
                throw new IllegalArgumentException("expected each delegated role once, found one twice");
            }
        }
    }

    static Delegations read(JsonObject delegations) throws JsonException {
        List<DelegatedRole> roles = new ArrayList<>();
        for (JsonObject role : delegations.objects("roles")) {
            roles.add(DelegatedRole.read(role));
        }
        return Form.checked(
                () -> new Delegations(Key.readAll(delegations.object("keys")), roles, delegations.without(OWN)));
    }

    /**
     * @param name a delegated role's name
     * @return the role, if it is delegated to here
     */
    public Optional<DelegatedRole> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    JsonObject toJson() {
        List<Json> list = new ArrayList<>();
        roles.forEach(role -> list.add(role.toJson()));
        return JsonObject.EMPTY
                .with("keys", Key.toJson(keys))
                .with("roles", new JsonArray(list))
                .with(extra);
    }
}
