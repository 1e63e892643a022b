package dev.dovetail.shell.guard;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the application's stylesheet is another, which JavaFX tells nobody: it asks the nodes of all scenes for
 * what they bring along, while whoever changed it still waits for that. It does so only where nothing waits to be styled
 * already, so this one has a scene of its own, which nobody sees.
 */
final class StyleSentinel extends Region {

    private final Scene alone;
    private final Runnable onAsked;
    private boolean asked;

    StyleSentinel(Runnable onAsked) {
        this.onAsked = onAsked;
        alone = new Scene(this);
        applyCss();
    }

    @Override
    public @Nullable String getUserAgentStylesheet() {
        asked = true;
        onAsked.run();
        return null;
    }

    /** Makes sure that it will be asked the next time. */
    void rearm() {
        if (asked) {
            alone.getRoot().applyCss();
            asked = false;
        }
    }
}
