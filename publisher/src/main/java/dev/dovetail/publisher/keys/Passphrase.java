package dev.dovetail.publisher.keys;

import dev.dovetail.publisher.failure.PublishException;
import java.util.Arrays;

/** What a person knows and no file does. Prints nothing of itself; forgets itself when it is closed. */
public final class Passphrase implements AutoCloseable {

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /**
     * @param characters is copied
     * @return the passphrase
     * @throws PublishException when it is empty
     */
    public static Passphrase of(char[] characters) throws PublishException {
        if (characters.length == 0) {
            throw new PublishException(
                    "DT-PUBLISH-030", "Expected a passphrase, found an empty one.", "Give one of several words.");
        }
        return new Passphrase(characters.clone());
    }

    /**
     * @param text which
     * @return the passphrase
     * @throws PublishException when it is empty
     */
    public static Passphrase of(String text) throws PublishException {
        return of(text.toCharArray());
    }

    /** @return a copy, for the caller to wipe */
    char[] characters() {
        return characters.clone();
    }

    /** @return whether it is short enough to be guessed by trying */
    public boolean weak() {
        return characters.length < 12;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
