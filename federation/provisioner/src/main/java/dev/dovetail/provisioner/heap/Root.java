package dev.dovetail.provisioner.heap;

/**
 * What is never collected, by itself.
 *
 * @param kind why
 * @param object the id of the object
 * @param thread the number of the thread that it belongs to, 0 for none
 */
record Root(Kind kind, long object, int thread) {

    /** Why something is never collected. */
    enum Kind {
        CLASS,
        THREAD,
        FRAME,
        NATIVE,
        OTHER
    }
}
