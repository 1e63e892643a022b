package dev.dovetail.shell.requests;

import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import java.util.Optional;

/**
 * Something that is being done for a feature, or for all of them.
 *
 * @param featureId the feature, or {@link #idOf a generation}
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
        REMOVE("Removing"),
        /** Put a generation in force that was kept. */
        REVERT("Going back to");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }

        String verb() {
            return verb;
        }
    }

    /**
     * @param generation one that is kept
     * @return what stands for it in the place of a feature's id
     */
    public static String idOf(Generation generation) {
        return "generation " + generation.number();
    }

    Request at(Progress next) {
        return new Request(featureId, title, kind, Optional.of(next));
    }
}
