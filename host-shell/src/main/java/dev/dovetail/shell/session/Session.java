package dev.dovetail.shell.session;

import dev.dovetail.shell.theme.Theme;
import java.util.List;
import java.util.Optional;

/**
 * What a person left behind and finds again.
 *
 * @param theme the look
 * @param bounds the window, unless it was never shown
 * @param views the open views, in the order of their tabs
 * @param selected the view in front, or empty for the features page
 */
public record Session(Theme theme, Optional<WindowBounds> bounds, List<OpenedView> views, Optional<String> selected) {

    /** How it begins. */
    public static final Session FRESH = new Session(Theme.LIGHT, Optional.empty(), List.of(), Optional.empty());

    /** Copies the list. */
    public Session {
        views = List.copyOf(views);
    }
}
