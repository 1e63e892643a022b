package dev.dovetail.publisher.keys;

import dev.dovetail.trust.json.CanonicalJson;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.json.JsonWriter;
import dev.dovetail.trust.metadata.Key;
import java.util.HexFormat;

/**
 * A key at rest; {@code docs/formats/keys.md} specifies the file. What is said of the key in the clear is bound to the
 * private half: nobody can exchange one without the other.
 *
 * @param role what it was made for; only metadata decide what it may sign
 * @param key the public half
 * @param privateHalf the private half, PKCS #8, encrypted
 */
public record KeyFile(String role, Key key, Sealed privateHalf) {

    private static final long FORMAT = 1;
    private static final String DERIVATION = "PBKDF2-HMAC-SHA256";
    private static final String CIPHER = "AES-256-GCM";
    private static final HexFormat HEX = HexFormat.of();

    /** @return the file's name: of the role, and the beginning of the key's id */
    public String fileName() {
        return role + "-" + key.id().substring(0, 8) + ".json";
    }

    /** @return whether guessing the passphrase costs less than it should, as only throw-away keys of tests may */
    public boolean weaklyProtected() {
        return privateHalf.derivation().weak();
    }

    /** What the private half is bound to. */
    static byte[] boundTo(String role, Key key) {
        return CanonicalJson.bytes(clear(role, key));
    }

    private static JsonObject clear(String role, Key key) {
        return JsonObject.EMPTY
                .with("format", Json.integer(FORMAT))
                .with("role", Json.text(role))
                .with("key", key.json());
    }

    byte[] bytes() {
        return JsonWriter.bytes(clear(role, key)
                .with(
                        "kdf",
                        JsonObject.EMPTY
                                .with("name", Json.text(DERIVATION))
                                .with(
                                        "iterations",
                                        Json.integer(privateHalf.derivation().iterations()))
                                .with("salt", Json.text(HEX.formatHex(privateHalf.salt()))))
                .with(
                        "cipher",
                        JsonObject.EMPTY
                                .with("name", Json.text(CIPHER))
                                .with("nonce", Json.text(HEX.formatHex(privateHalf.nonce()))))
                .with("private", Json.text(HEX.formatHex(privateHalf.bytes()))));
    }

    static KeyFile read(byte[] bytes) throws JsonException {
        JsonObject file = JsonReader.read(bytes);
        if (file.integer("format") != FORMAT) {
            throw new JsonException("expected the format " + FORMAT + ", found " + file.integer("format"));
        }
        JsonObject key = file.object("key");
        return new KeyFile(
                file.text("role"),
                new Key(key.text("keytype"), key.text("scheme"), key.object("keyval"), key),
                sealed(file));
    }

    private static Sealed sealed(JsonObject file) throws JsonException {
        JsonObject kdf = named(file.object("kdf"), DERIVATION);
        JsonObject cipher = named(file.object("cipher"), CIPHER);
        try {
            return new Sealed(
                    new KeyDerivation(Math.toIntExact(kdf.integer("iterations"))),
                    HEX.parseHex(kdf.text("salt")),
                    HEX.parseHex(cipher.text("nonce")),
                    HEX.parseHex(file.text("private")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JsonException(String.valueOf(e.getMessage()), e);
        }
    }

    private static JsonObject named(JsonObject object, String name) throws JsonException {
        if (!object.text("name").equals(name)) {
            throw new JsonException("expected " + name + ", found " + object.text("name"));
        }
        return object;
    }
}
