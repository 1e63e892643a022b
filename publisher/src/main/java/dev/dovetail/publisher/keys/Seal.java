package dev.dovetail.publisher.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with a passphrase: AES-256-GCM, with a key that PBKDF2 derives. Deriving is slow on purpose, so each salt is
 * derived once; what is sealed by one of these shares a salt, and differs by its nonce. For one thread.
 */
final class Seal {

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Passphrase passphrase;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> derived = new HashMap<>();
    private KeyDerivation derivation;
    private byte[] salt;

    /**
     * @param passphrase what protects
     * @param derivation for what is sealed before anything was opened
     */
    Seal(Passphrase passphrase, KeyDerivation derivation) {
        this.passphrase = passphrase;
        this.derivation = derivation;
        this.salt = new byte[SALT];
        random.nextBytes(salt);
    }

    /** Encrypts; nobody can change what it is bound to without being noticed. */
    Sealed seal(byte[] plain, byte[] boundTo) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] bytes = run(Cipher.ENCRYPT_MODE, key(derivation, salt), nonce, plain, boundTo);
            return new Sealed(derivation, salt.clone(), nonce, bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM and PBKDF2", e);
        }
    }

    /** Decrypts. What is sealed afterwards is protected in the same way, at no further cost. */
    byte[] open(Sealed sealed, byte[] boundTo) throws WrongPassphraseException {
        try {
            SecretKey key = key(sealed.derivation(), sealed.salt());
            byte[] plain = run(Cipher.DECRYPT_MODE, key, sealed.nonce(), sealed.bytes(), boundTo);
            derivation = sealed.derivation();
            salt = sealed.salt().clone();
            return plain;
        } catch (AEADBadTagException e) {
            throw new WrongPassphraseException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM and PBKDF2", e);
        }
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] input, byte[] boundTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo);
        return cipher.doFinal(input);
    }

    private SecretKey key(KeyDerivation how, byte[] with) throws GeneralSecurityException {
        String name = how.iterations() + " " + HexFormat.of().formatHex(with);
        SecretKey known = derived.get(name);
        if (known != null) {
            return known;
        }
        SecretKey key = derive(how, with);
        derived.put(name, key);
        return key;
    }

    private SecretKey derive(KeyDerivation how, byte[] with) throws GeneralSecurityException {
        char[] characters = passphrase.characters();
        PBEKeySpec spec = new PBEKeySpec(characters, with, how.iterations(), 256);
        byte[] raw = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        Arrays.fill(characters, '\0');
        SecretKey key = new SecretKeySpec(raw, "AES");
        Arrays.fill(raw, (byte) 0);
        return key;
    }

    /** How often a key was derived, which is what a command spends most of its time on. */
    int derivations() {
        return derived.size();
    }
}
