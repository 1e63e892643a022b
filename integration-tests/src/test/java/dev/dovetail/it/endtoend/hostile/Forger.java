package dev.dovetail.it.endtoend.hostile;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.json.CanonicalJson;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonArray;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.json.JsonWriter;
import dev.dovetail.trust.metadata.Signature;
import dev.dovetail.trust.metadata.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who has a team's keys, and signs with them whatever JSON there is. The next version of a file takes along the
 * snapshot and the timestamp above it, so that everything but the one thing that is wrong is right.
 */
public final class Forger {

    private static final String META = "meta";
    private static final String VERSION = "version";

    private final Path metadata;
    private final Map<String, List<Signer>> keys = new HashMap<>();

    /** Steals all keys there are at this moment. */
    public Forger(Team team) throws PublishException {
        this.metadata = team.folder().resolve("metadata");
        for (String role : List.of("root", "targets", "snapshot", "timestamp", team.name())) {
            keys.put(role, team.steal(role));
        }
    }

    /** What a role says at the moment. */
    public JsonObject signed(String role) throws IOException, JsonException {
        return JsonReader.read(Files.readAllBytes(file(role))).object("signed");
    }

    /** The same, with the next version's number. */
    public JsonObject next(String role) throws IOException, JsonException {
        JsonObject now = signed(role);
        return now.with(VERSION, Json.integer(now.integer(VERSION) + 1));
    }

    /** Where that is. */
    public Path file(String role) throws IOException, JsonException {
        return switch (role) {
            case "timestamp" -> metadata.resolve("timestamp.json");
            case "snapshot" -> metadata.resolve(described("timestamp", role) + ".snapshot.json");
            case "root" -> newestRoot();
            default -> metadata.resolve(described("snapshot", role) + "." + role + ".json");
        };
    }

    private Path newestRoot() {
        int version = 1;
        while (Files.exists(metadata.resolve((version + 1) + ".root.json"))) {
            version++;
        }
        return metadata.resolve(version + ".root.json");
    }

    private long described(String by, String role) throws IOException, JsonException {
        return signed(by).object(META).object(role + ".json").integer(VERSION);
    }

    /** Signs and serves a role's file, and all that speaks of it. */
    public void serve(String role, JsonObject signed) throws IOException, JsonException {
        serve(role, signed, keys.getOrDefault(role, List.of()));
    }

    /** The same, signed with other keys than the role's. */
    public void serve(String role, JsonObject signed, List<Signer> signers) throws IOException, JsonException {
        byte[] bytes = bytes(signed, signers);
        long version = signed.integer(VERSION);
        if (role.equals("timestamp")) {
            Files.write(metadata.resolve("timestamp.json"), bytes);
            return;
        }
        Files.write(metadata.resolve(version + "." + role + ".json"), bytes);
        if (role.equals("snapshot")) {
            serve("timestamp", naming(next("timestamp"), role, version, bytes));
        } else if (!role.equals("root")) {
            serve("snapshot", naming(next("snapshot"), role, version, bytes));
        }
    }

    private static JsonObject naming(JsonObject above, String role, long version, byte[] bytes) throws JsonException {
        JsonObject file = JsonObject.EMPTY
                .with(VERSION, Json.integer(version))
                .with("length", Json.integer(bytes.length))
                .with("hashes", JsonObject.EMPTY.with("sha256", Json.text(Offer.sha256(bytes))));
        return above.with(META, above.object(META).with(role + ".json", file));
    }

    public static Json number(long value) {
        return Json.integer(value);
    }

    public static Json text(String value) {
        return Json.text(value);
    }

    /** A whole metadata file. */
    public static byte[] bytes(JsonObject signed, List<Signer> signers) {
        byte[] message = CanonicalJson.bytes(signed);
        List<Json> signatures = new ArrayList<>();
        for (Signer signer : signers) {
            Signature signature = signer.sign(message);
            signatures.add(JsonObject.EMPTY
                    .with("keyid", Json.text(signature.keyId()))
                    .with("sig", Json.text(signature.value())));
        }
        return JsonWriter.bytes(JsonObject.EMPTY.with("signed", signed).with("signatures", new JsonArray(signatures)));
    }
}
