package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A signature as metadata have it, good or not.
 *
 * @param keyId the id of the key that is said to have made it
 * @param value hexadecimal digits, if it is one at all
 * @param extra members that are none of ours, kept as they are
 */
public record Signature(String keyId, String value, JsonObject extra) {

    private static final Set<String> OWN = Set.of("keyid", "sig");

    /**
     * @param keyId the id of the key that made it
     * @param bytes the signature
     * @return its form in metadata
     */
    public static Signature of(String keyId, byte[] bytes) {
        return new Signature(keyId, HexFormat.of().formatHex(bytes), JsonObject.EMPTY);
    }

    static Signature read(JsonObject signature) throws JsonException {
        return new Signature(signature.text("keyid"), signature.text("sig"), signature.without(OWN));
    }

    /** The bytes, where the digits are digits. */
    Optional<byte[]> bytes() {
        try {
            return Optional.of(HexFormat.of().parseHex(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("keyid", Json.text(keyId))
                .with("sig", Json.text(value))
                .with(extra);
    }
}
