package dev.dovetail.launcher.preflight;

import java.util.Set;

/**
 * What is known of the machine. Read once, by {@link MachineProbe}.
 *
 * @param java the feature version of the Java that runs
 * @param os the name of the operating system, as Java gives it
 * @param arch the name of the architecture, as Java gives it
 * @param display what it can show windows on
 * @param libraries the native libraries found, of those that JavaFX loads
 * @param fonts whether any font is installed
 * @param distribution the Linux distribution
 * @param account what the user may install
 * @param virtualDisplay whether {@code xvfb-run} is installed
 */
record Machine(
        int java,
        String os,
        String arch,
        Display display,
        Set<Library> libraries,
        boolean fonts,
        Distribution distribution,
        Account account,
        boolean virtualDisplay) {

    Machine {
        libraries = Set.copyOf(libraries);
    }

    /** What windows can be shown on. */
    enum Display {
        /** An X server: what JavaFX draws on. */
        X11,
        /** Wayland without XWayland, which JavaFX cannot draw on. */
        WAYLAND_ONLY,
        /** Nothing. */
        NONE
    }
}
