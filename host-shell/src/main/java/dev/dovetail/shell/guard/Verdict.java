package dev.dovetail.shell.guard;

/** What is to be done about a fault. */
public enum Verdict {
    /** Tell the person, and let the view go on. */
    TELL,
    /** Put an error panel in the view's place. */
    REPLACE,
    /** Nothing: that was done already. */
    KNOWN
}
