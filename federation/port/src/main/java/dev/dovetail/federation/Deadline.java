package dev.dovetail.federation;

import java.time.Instant;

/**
 * Until when a release must be in, by the word of its publisher.
 *
 * @param version the release; a newer one will do
 * @param by the moment from which it is put in without asking
 * @param because why, in a sentence, or empty
 */
public record Deadline(String version, Instant by, String because) {

    /**
     * @param now what time it is
     * @return whether that moment has come
     */
    public boolean isOver(Instant now) {
        return !now.isBefore(by);
    }
}
