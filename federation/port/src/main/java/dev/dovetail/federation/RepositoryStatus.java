package dev.dovetail.federation;

import java.net.URI;

/**
 * A repository and how the last reading of it went.
 *
 * @param url where it is
 * @param signed whether what it offers is signed; if not, it is on this machine, for somebody who is writing a feature
 * @param state how the last reading of it went
 * @param detail why so, in a sentence; empty when there is nothing to say
 */
public record RepositoryStatus(URI url, boolean signed, State state, String detail) {

    /** How the last reading of a repository went. */
    public enum State {
        /** It wasn't asked yet. */
        UNASKED,
        /** It is being asked; what it last offered is still what is known. */
        ASKING,
        /** It answered, and what it said is believed. */
        CONNECTED,
        /** It did not answer, or what it said is not believed: what was believed before still is. */
        AWAY
    }

    /** @return whether nothing is known against it */
    public boolean reachable() {
        return state != State.AWAY;
    }
}
