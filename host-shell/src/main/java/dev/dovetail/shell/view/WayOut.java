package dev.dovetail.shell.view;

/** What a person can do, besides trying again, about a feature that keeps its own view from being shown. */
@FunctionalInterface
public interface WayOut {

    /**
     * JavaFX application thread only. What takes a moment to find out is added to the bar later.
     *
     * @param feature whose fault it is
     * @param reason what it did, in a sentence
     * @param bar stands below the reason, and gets a button for each
     */
    void offer(Owner feature, String reason, RemedyBar bar);
}
