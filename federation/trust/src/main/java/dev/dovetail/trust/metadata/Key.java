package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.CanonicalJson;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A public key as metadata have it. One of a type or scheme that is not known here may stand in metadata, but never
 * verifies anything.
 *
 * @param type what the key is, such as {@code ed25519}
 * @param scheme how it signs, such as {@code ed25519}
 * @param value the key itself, in the form of its type
 * @param json all that is said of it
 */
public record Key(String type, String scheme, JsonObject value, JsonObject json) {

    private static final String VALUE = "keyval";

    /**
     * @param key an Ed25519, a P-256 or an RSA key
     * @return its description, with the one scheme that is used with its type
     */
    public static Key of(PublicKey key) {
        Scheme scheme = Scheme.of(key);
        JsonObject value = JsonObject.EMPTY.with("public", Json.text(scheme.encode(key)));
        JsonObject json = JsonObject.EMPTY
                .with("keytype", Json.text(scheme.keyType()))
                .with("scheme", Json.text(scheme.schemeName()))
                .with(VALUE, value);
        return new Key(scheme.keyType(), scheme.schemeName(), value, json);
    }

    static Key read(JsonObject key) throws JsonException {
        return new Key(key.text("keytype"), key.text("scheme"), key.object(VALUE), key);
    }

    static Map<String, Key> readAll(JsonObject keys) throws JsonException {
        Map<String, Key> all = new LinkedHashMap<>();
        for (String id : keys.members().keySet()) {
            all.put(id, read(keys.object(id)));
        }
        return all;
    }

    static JsonObject toJson(Map<String, Key> keys) {
        Map<String, Json> members = new LinkedHashMap<>();
        keys.forEach((id, key) -> members.put(id, key.json));
        return new JsonObject(members);
    }

    /** @return the id that the specification proposes: the SHA-256 digest of the canonical form */
    public String id() {
        return Digests.sha256(CanonicalJson.bytes(json)).sha256().orElseThrow();
    }

    /** @return the key itself, if its type and scheme are known here and it is well-formed */
    public Optional<PublicKey> material() {
        return Scheme.named(type, scheme).flatMap(known -> known.decode(value));
    }

    /**
     * @param message what was signed
     * @param signature a signature that may be this key's
     * @return whether it is
     */
    public boolean verifies(byte[] message, Signature signature) {
        return Scheme.named(type, scheme)
                .filter(known -> signature
                        .bytes()
                        .flatMap(bytes -> material().filter(key -> known.verifies(key, message, bytes)))
                        .isPresent())
                .isPresent();
    }
}
