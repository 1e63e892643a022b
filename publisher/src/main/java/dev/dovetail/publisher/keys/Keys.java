package dev.dovetail.publisher.keys;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Signer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a folder, for as long as a command runs: opened when they are needed, never printed. Deriving the passphrase's
 * key is slow on purpose and happens once, as all keys of a folder that were made with one passphrase share a salt. For one
 * thread.
 */
public final class Keys {

    private final KeyFolder folder;
    private final Passphrase passphrase;
    private final Seal seal;

    /**
     * @param folder where they lie
     * @param passphrase what protects them
     * @param derivation how it does, for keys in a new folder; others are protected like those beside them
     */
    public Keys(KeyFolder folder, Passphrase passphrase, KeyDerivation derivation) {
        this.folder = folder;
        this.passphrase = passphrase;
        this.seal = new Seal(passphrase, derivation);
    }

    /** @return where they lie */
    public KeyFolder folder() {
        return folder;
    }

    /** @return whether the passphrase is short enough to be guessed by trying */
    public boolean weakPassphrase() {
        return passphrase.weak();
    }

    /**
     * Tries the passphrase, which takes a while, before anything else is done with it.
     *
     * @throws PublishException when it is the wrong one, or there is no key
     */
    public void unlock() throws PublishException {
        List<KeyFile> files = folder.list();
        if (files.isEmpty()) {
            throw new PublishException(
                    "DT-PUBLISH-033",
                    "Expected the repository's keys in " + folder.path() + ", found none.",
                    "Name the folder that has them with --keys DIR.");
        }
        open(files.get(files.size() - 1));
    }

    /**
     * @param ids of keys
     * @return signers for those of them that are here
     * @throws PublishException when one that is here can't be opened
     */
    public List<Signer> signers(Collection<String> ids) throws PublishException {
        List<Signer> signers = new ArrayList<>();
        for (KeyFile file : folder.list()) {
            if (ids.contains(file.key().id())) {
                signers.add(Signer.of(open(file)));
            }
        }
        return signers;
    }

    /**
     * Makes an Ed25519 key, and keeps it.
     *
     * @param role what it is for
     * @return its public half
     * @throws PublishException when it can't be kept
     */
    public Key generate(String role) throws PublishException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Key key = Key.of(pair.getPublic());
            byte[] plain = pair.getPrivate().getEncoded();
            folder.add(new KeyFile(role, key, seal.seal(plain, KeyFile.boundTo(role, key))));
            Arrays.fill(plain, (byte) 0);
            return key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
        }
    }

    /**
     * Puts keys aside that sign nothing any more.
     *
     * @param ids of keys, here or not
     * @throws PublishException when one can't be moved
     */
    public void retire(Set<String> ids) throws PublishException {
        for (KeyFile file : folder.list()) {
            if (ids.contains(file.key().id())) {
                folder.retire(file);
            }
        }
    }

    private KeyPair open(KeyFile file) throws PublishException {
        try {
            byte[] plain = seal.open(file.privateHalf(), KeyFile.boundTo(file.role(), file.key()));
            KeyPair pair = new KeyPair(
                    material(file), KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(plain)));
            Arrays.fill(plain, (byte) 0);
            return pair;
        } catch (WrongPassphraseException e) {
            throw new PublishException(
                    "DT-PUBLISH-034",
                    "The passphrase does not open the key " + folder.path().resolve(file.fileName()) + ".",
                    "Give the passphrase that the key was made with; a file that was changed can't be opened either.",
                    e);
        } catch (GeneralSecurityException e) {
            throw broken(file, e);
        }
    }

    private PublicKey material(KeyFile file) throws PublishException {
        Optional<PublicKey> material = file.key().material();
        if (material.isEmpty()) {
            throw broken(file, new GeneralSecurityException("no Ed25519 key"));
        }
        return material.get();
    }

    private PublishException broken(KeyFile file, GeneralSecurityException e) {
        return new PublishException(
                "DT-PUBLISH-031",
                "Can't use the key " + folder.path().resolve(file.fileName()) + ": " + e.getMessage(),
                "Put the file back from where you keep a copy.",
                e);
    }

    /** @return how often a key was derived from the passphrase */
    public int derivations() {
        return seal.derivations();
    }
}
