package dev.dovetail.trust.metadata;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.CanonicalJson;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonArray;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.json.JsonWriter;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A metadata file: what is signed, and signatures, of which none needs to be good. What is signed is kept as it was read,
 * members that nobody here knows included: they are signed too.
 *
 * @param <T> which metadata
 * @param content what it says
 * @param signed the JSON that is signed
 * @param signatures by whom it is said to be signed, each key once
 */
public record Signed<T extends Metadata>(T content, JsonObject signed, List<Signature> signatures) {

    /** Copies the list and checks that no key id occurs twice. */
    public Signed {
        signatures = List.copyOf(signatures);
        Set<String> ids = new HashSet<>();
        for (Signature signature : signatures) {
            if (!ids.add(signature.keyId())) {
                throw new IllegalArgumentException("expected one signature of each key, found two of one");
            }
        }
    }

    /**
     * Begins a new file.
     *
     * @param <T> which metadata
     * @param content what it says
     * @return a file without signatures
     */
    public static <T extends Metadata> Signed<T> unsigned(T content) {
        return new Signed<>(content, content.toJson(), List.of());
    }

    /**
     * Reads a file. Looks at no signature.
     *
     * @param <T> which metadata
     * @param kind which metadata
     * @param name the file's name, for messages
     * @param bytes the file
     * @return the file
     * @throws TrustException when it is none of that kind
     */
    public static <T extends Metadata> Signed<T> read(Kind<T> kind, String name, byte[] bytes) throws TrustException {
        try {
            JsonObject file = JsonReader.read(bytes);
            JsonObject signed = file.object("signed");
            List<Signature> signatures = new ArrayList<>();
            for (JsonObject signature : file.objects("signatures")) {
                signatures.add(Signature.read(signature));
            }
            return Form.checked(() -> new Signed<>(kind.read(signed), signed, signatures));
        } catch (UnsupportedSpecification e) {
            throw new TrustException(Reason.UNSUPPORTED, sentence(kind, name, e), e);
        } catch (JsonException e) {
            throw new TrustException(Reason.MALFORMED, sentence(kind, name, e), e);
        }
    }

    private static String sentence(Kind<?> kind, String name, JsonException e) {
        return "Can't read " + kind.type() + " metadata: " + e.getMessage() + ", in " + name;
    }

    /** @return the bytes that signatures are made of */
    public byte[] canonical() {
        return CanonicalJson.bytes(signed);
    }

    /**
     * @param signature a signature of {@link #canonical()}
     * @return this file with it, in the place of the same key's former one
     */
    public Signed<T> with(Signature signature) {
        List<Signature> all = new ArrayList<>(signatures);
        all.removeIf(former -> former.keyId().equals(signature.keyId()));
        all.add(signature);
        return new Signed<>(content, signed, all);
    }

    /**
     * @param signers who signs it
     * @return this file with their signatures
     */
    public Signed<T> signedBy(List<Signer> signers) {
        byte[] message = canonical();
        Signed<T> file = this;
        for (Signer signer : signers) {
            file = file.with(signer.sign(message));
        }
        return file;
    }

    /** @return the file as it is served */
    public byte[] bytes() {
        List<Json> list = new ArrayList<>();
        signatures.forEach(signature -> list.add(signature.toJson()));
        return JsonWriter.bytes(JsonObject.EMPTY.with("signed", signed).with("signatures", new JsonArray(list)));
    }

    /**
     * Counts the good signatures. A key counts once, however many ids it goes by, and only if it is one of the role's.
     *
     * @param role who may sign
     * @param keys the keys by their ids
     * @return how many different keys of the role have signed this
     */
    public int signers(Role role, Map<String, Key> keys) {
        return signers(role, keys, Verifier.anew());
    }

    /**
     * The same, where somebody else says which signatures are good.
     *
     * @param role who may sign
     * @param keys the keys by their ids
     * @param verifier says so
     * @return how many different keys of the role have signed this
     */
    public int signers(Role role, Map<String, Key> keys, Verifier verifier) {
        byte[] message = canonical();
        Set<PublicKey> signers = new HashSet<>();
        for (Signature signature : signatures) {
            Key key = role.keyIds().contains(signature.keyId()) ? keys.get(signature.keyId()) : null;
            if (key != null && verifier.verifies(key, message, signature)) {
                key.material().ifPresent(signers::add);
            }
        }
        return signers.size();
    }

    /**
     * @param role who may sign
     * @param keys the keys by their ids
     * @return whether enough of them have
     */
    public boolean isSignedBy(Role role, Map<String, Key> keys) {
        return signers(role, keys) >= role.threshold();
    }
}
