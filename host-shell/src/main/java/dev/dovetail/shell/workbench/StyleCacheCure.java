package dev.dovetail.shell.workbench;

import java.util.Base64;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * Lets JavaFX forget the styles of replaced versions. It keeps an entry for every set of stylesheets it ever saw, and
 * each version of a feature brings another; any change of the scene's own stylesheets empties that cache. That costs a
 * few milliseconds, so it is done once every twenty hand-overs, a little later. JavaFX application thread only.
 */
final class StyleCacheCure {

    private static final int EVERY = 20;
    private static final String NOTHING =
            "data:text/css;base64," + Base64.getEncoder().encodeToString(new byte[] {' '});

    private final PauseTransition idle = new PauseTransition(Duration.seconds(2));
    private final Scene scene;
    private int handOvers;

    StyleCacheCure(Scene scene) {
        this.scene = scene;
        idle.setOnFinished(finished -> apply());
    }

    void handedOver() {
        handOvers++;
        if (handOvers % EVERY == 0) {
            idle.playFromStart();
        }
    }

    void apply() {
        scene.getStylesheets().add(NOTHING);
        scene.getStylesheets().remove(NOTHING);
    }
}
