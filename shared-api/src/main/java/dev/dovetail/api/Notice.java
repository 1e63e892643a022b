package dev.dovetail.api;

import java.util.Objects;

/**
 * Something worth telling the person, shown as a toast.
 *
 * @param level how it is coloured, and how long it stays
 * @param text one or two sentences
 */
public record Notice(Level level, String text) {

    /** How much a notice matters. */
    public enum Level {
        /** For information. */
        INFO,
        /** Something the person asked for was done. */
        SUCCESS,
        /** Something needs attention, work can go on. */
        WARNING,
        /** Something the person asked for could not be done. */
        ERROR
    }

    /** Checks that nothing is missing. */
    public Notice {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
    }

    /**
     * @param text what was done
     * @return a notice of success
     */
    public static Notice success(String text) {
        return new Notice(Level.SUCCESS, text);
    }

    /**
     * @param text what could not be done, and why
     * @return a notice of failure
     */
    public static Notice error(String text) {
        return new Notice(Level.ERROR, text);
    }
}
