package dev.dovetail.provisioner.health;

import java.util.List;
import java.util.OptionalLong;

/** What the next start has to do about how the last ones went. Pure. */
public sealed interface NextStart {

    /** How many starts may fail before something is done about it. */
    int PATIENCE = 2;

    /** Nothing is the matter. */
    record AsUsual() implements NextStart {}

    /**
     * Versions on probation ran when the process died: their previous versions come back.
     *
     * @param trials which
     */
    record PutBack(List<Trial> trials) implements NextStart {
        /** Copies the list. */
        public PutBack {
            trials = List.copyOf(trials);
        }
    }

    /**
     * The last starts did not go well, and an earlier generation was good.
     *
     * @param to that generation
     */
    record GoBack(long to) implements NextStart {}

    /** The last starts did not go well, and there is nothing to go back to: the shell comes up alone. */
    record Alone() implements NextStart {}

    /**
     * @param health how things fared
     * @param current the generation in force
     * @param good the one that was last good
     * @return what to do
     */
    static NextStart of(Health health, long current, OptionalLong good) {
        List<Trial> suspects = health.trials().stream().filter(Trial::running).toList();
        if (!suspects.isEmpty()) {
            return new PutBack(suspects);
        }
        Attempts attempts = health.attempts();
        if (attempts.count() < PATIENCE || attempts.generation() != current) {
            return new AsUsual();
        }
        // Forward is no way back: what was good once, and was left by the person's own revert, stays left.
        return good.isPresent() && good.getAsLong() < current ? new GoBack(good.getAsLong()) : new Alone();
    }
}
