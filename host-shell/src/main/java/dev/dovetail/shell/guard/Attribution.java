package dev.dovetail.shell.guard;

import dev.dovetail.federation.Active;

/**
 * Whose code a call runs: a running feature, and where that is known the open view of it.
 *
 * @param feature the version that runs
 * @param title what people call the feature
 * @param viewId the view, or empty where only the feature is known
 * @param opening which of the shell's openings of a view this is, as {@link Calls#opening} numbers them; 0 for none
 */
public record Attribution(Active feature, String title, String viewId, long opening) {

    /**
     * @param feature a running feature
     * @param title what people call it
     * @return that no view is known
     */
    public static Attribution of(Active feature, String title) {
        return new Attribution(feature, title, "", 0);
    }

    /** @return whether exactly one open view is known */
    public boolean isView() {
        return opening != 0;
    }

    /** @return title and version, for people */
    public String name() {
        return title + " " + feature.version();
    }
}
