package dev.dovetail.shell.history;

import dev.dovetail.federation.Generation;
import java.util.List;
import java.util.function.Consumer;

/** What a person can do with the generations that are kept. JavaFX application thread only. */
public interface HistoryDeeds {

    /** @param onKnown told of those that are kept, newest first, once that is known */
    void look(Consumer<List<Generation>> onKnown);

    /** @param generation to be put in force again */
    void goBack(Generation generation);

    /**
     * @param generation one that is kept
     * @param pinned whether it is to be kept for as long as the person likes
     * @param onKnown told of those that are kept then
     */
    void pin(Generation generation, boolean pinned, Consumer<List<Generation>> onKnown);
}
