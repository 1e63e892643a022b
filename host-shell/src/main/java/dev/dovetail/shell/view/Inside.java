package dev.dovetail.shell.view;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;

/** The other views that one open view has taken into itself. JavaFX application thread only. */
public interface Inside {

    /**
     * @param wish which view, and what it is given
     * @return its place
     * @throws IllegalStateException when the embedding view is closed, or has too many places
     */
    Embedded embed(Embedding wish);

    /**
     * For the next version of the embedding view. What it wishes for by the same names moves over as it is, and moves back
     * when the successor is closed before it is {@linkplain #settle settled}.
     *
     * @return what the next version has within itself
     */
    Inside successor();

    /** The successor stays: what it was given is its own now. */
    void settle();

    /** Closes what is still within. */
    void close();
}
