package dev.dovetail.launcher.desktop;

import java.util.Optional;

/**
 * What a window is for.
 *
 * @param safe whether all features stay off until a person switches them on
 * @param host the feature that the window is all about, if it is
 */
public record Intent(boolean safe, Optional<String> host) {

    /** All features alike, and on. */
    public static final Intent USUAL = new Intent(false, Optional.empty());
}
