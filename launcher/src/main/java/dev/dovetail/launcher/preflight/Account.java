package dev.dovetail.launcher.preflight;

/** What the user who runs this program may install. */
enum Account {
    /** Everything. */
    ROOT,
    /** Everything, through {@code sudo}. */
    SUDOER,
    /** Nothing without the password of root. */
    PLAIN
}
