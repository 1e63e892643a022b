package acme.majors.phrases;

import acme.majors.lib.Edition;

/** Hands out an edition of the library underneath. */
public final class Phrases {

    /** @return the one that it was made with */
    public Edition edition() {
        return new Edition();
    }
}
