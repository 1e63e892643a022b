package dev.dovetail.provisioner.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that names content. */
final class Digest {

    private Digest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
