package dev.dovetail.shell.requests;

import dev.dovetail.federation.Progress;
import java.util.Optional;

/**
 * Something that is being done for a feature.
 *
 * @param featureId the feature
 * @param title what people call it
 * @param kind what is being done
 * @param progress how far it has come, when that is known
 */
public record Request(String featureId, String title, Kind kind, Optional<Progress> progress) {

    /** What is being done. */
    public enum Kind {
        /** Install it when it isn't there, start it when it doesn't run. */
        ACTIVATE("Opening"),
        /** Bring it to the newest version. */
        UPDATE("Updating"),
        /** Take it out. */
        REMOVE("Removing");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }

        String verb() {
            return verb;
        }
    }

    Request at(Progress next) {
        return new Request(featureId, title, kind, Optional.of(next));
    }
}
