package dev.dovetail.trust.metadata;

import java.security.GeneralSecurityException;
import java.security.KeyPair;

/** Whoever can sign for a key: its private half, or a device that holds it. */
@FunctionalInterface
public interface Signer {

    /**
     * @param message what to sign
     * @return the signature, with the id of the key
     */
    Signature sign(byte[] message);

    /**
     * @param pair an Ed25519, a P-256 or an RSA key
     * @return a signer under the id that {@link Key#id()} gives the public half
     */
    static Signer of(KeyPair pair) {
        Key key = Key.of(pair.getPublic());
        Scheme scheme = Scheme.of(pair.getPublic());
        String id = key.id();
        return message -> {
            try {
                return Signature.of(id, scheme.sign(pair.getPrivate(), message));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("Expected the private half of the key " + id, e);
            }
        };
    }
}
