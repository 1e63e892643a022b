package dev.dovetail.trust.metadata;

/** Says whether a signature is good. Any thread. */
@FunctionalInterface
public interface Verifier {

    /**
     * @param key whose signature it may be
     * @param message what was signed
     * @param signature the signature
     * @return whether the key made it of exactly that message
     */
    boolean verifies(Key key, byte[] message, Signature signature);

    /** @return one that calculates each time */
    static Verifier anew() {
        return Key::verifies;
    }
}
