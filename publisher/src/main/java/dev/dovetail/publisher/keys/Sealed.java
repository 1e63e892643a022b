package dev.dovetail.publisher.keys;

/**
 * Something encrypted, with all that is needed to open it but the passphrase.
 *
 * @param derivation how the passphrase becomes a key
 * @param salt what it is mixed with
 * @param nonce of AES-GCM, used once
 * @param bytes the ciphertext, with its tag
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Sealed(KeyDerivation derivation, byte[] salt, byte[] nonce, byte[] bytes) {}
