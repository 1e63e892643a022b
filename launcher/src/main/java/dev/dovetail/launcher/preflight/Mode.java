package dev.dovetail.launcher.preflight;

/** How Dovetail draws: what it needs from the machine follows from it. */
public enum Mode {
    /** Windows on the display. */
    WINDOWED,
    /** Everything in memory, without a display. */
    HEADLESS
}
