package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file's digests. Those of algorithms that are unknown or weak are kept but not looked at; so many may not be all.
 *
 * @param byAlgorithm hexadecimal digits, by {@code sha256}, {@code sha512} and perhaps others
 */
public record Digests(Map<String, String> byAlgorithm) {

    /** No digest at all, where metadata may leave them out. */
    public static final Digests NONE = new Digests(Map.of());

    private static final Map<String, String> KNOWN = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    /** Copies the map, and checks that one of them can be looked at. */
    public Digests {
        byAlgorithm = Collections.unmodifiableMap(new LinkedHashMap<>(byAlgorithm));
        if (!byAlgorithm.isEmpty() && byAlgorithm.keySet().stream().noneMatch(KNOWN::containsKey)) {
            throw new IllegalArgumentException(
                    "expected \"hashes\" with sha256 or sha512, found only " + byAlgorithm.size() + " others");
        }
    }

    /**
     * @param bytes a file
     * @return its SHA-256 digest
     */
    public static Digests sha256(byte[] bytes) {
        return new Digests(Map.of("sha256", hex("SHA-256", bytes)));
    }

    static Digests read(JsonObject hashes) throws JsonException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String algorithm : hashes.members().keySet()) {
            digests.put(algorithm, hashes.text(algorithm));
        }
        if (digests.isEmpty()) {
            throw new JsonException("expected \"hashes\" with sha256 or sha512, found none");
        }
        return Form.checked(() -> new Digests(digests));
    }

    JsonObject toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        byAlgorithm.forEach((algorithm, digest) -> members.put(algorithm, Json.text(digest)));
        return new JsonObject(members);
    }

    /** @return the SHA-256 digest, where there is one */
    public Optional<String> sha256() {
        return Optional.ofNullable(byAlgorithm.get("sha256"));
    }

    /** @return the digest that file names carry: SHA-256 where there is one, else SHA-512 */
    public Optional<String> preferred() {
        return sha256().or(() -> Optional.ofNullable(byAlgorithm.get("sha512")));
    }

    /** @return a check of a file that is read piece by piece */
    public DigestCheck check() {
        Map<MessageDigest, String> expected = new LinkedHashMap<>();
        byAlgorithm.forEach((algorithm, digest) -> {
            if (KNOWN.containsKey(algorithm)) {
                expected.put(engine(KNOWN.getOrDefault(algorithm, "")), digest);
            }
        });
        return new DigestCheck(expected);
    }

    /**
     * @param bytes a file
     * @return whether every digest that can be looked at is its own; so it is where there is none at all
     */
    public boolean match(byte[] bytes) {
        DigestCheck check = check();
        check.update(bytes, bytes.length);
        return check.matches();
    }

    private static String hex(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(engine(algorithm).digest(bytes));
    }

    private static MessageDigest engine(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
