package dev.dovetail.shell.session;

import dev.dovetail.federation.When;
import dev.dovetail.shell.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person left behind and finds again.
 *
 * @param theme the look
 * @param bounds the window, unless it was never shown
 * @param views the open views, in the order of their tabs
 * @param selected the view in front, or empty for the features page
 * @param updates which features are to be updated later, and when
 * @param disabled which features are not to show themselves
 */
public record Session(
        Theme theme,
        Optional<WindowBounds> bounds,
        List<OpenedView> views,
        Optional<String> selected,
        Map<String, When> updates,
        Set<String> disabled) {

    /** How it begins. */
    public static final Session FRESH =
            new Session(Theme.LIGHT, Optional.empty(), List.of(), Optional.empty(), Map.of(), Set.of());

    /** Copies the collections. */
    public Session {
        views = List.copyOf(views);
        updates = Map.copyOf(updates);
        disabled = Set.copyOf(disabled);
    }
}
