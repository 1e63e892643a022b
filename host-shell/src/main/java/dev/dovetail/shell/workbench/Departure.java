package dev.dovetail.shell.workbench;

import dev.dovetail.federation.Active;
import dev.dovetail.shell.threads.FeaturePools;
import dev.dovetail.shell.view.FeatureServices;
import dev.dovetail.shell.view.FxmlCache;
import dev.dovetail.shell.view.LeftWindows;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Clears up behind a version whose views are closed, before its bundle goes: what it forgot, as far as the shell can tell
 * that it is its own, and what JavaFX would remember of it. JavaFX application thread only.
 */
final class Departure {

    private final Scene scene;
    private final FeatureServices services;
    private final FeaturePools pools;

    Departure(Scene scene, FeatureServices services, FeaturePools pools) {
        this.scene = scene;
        this.services = services;
        this.pools = pools;
    }

    void of(Active feature) {
        pools.end(feature);
        LeftWindows.hideThoseOf(scene, type -> services.defines(feature, type));
        scene.getAccelerators().values().removeIf(action -> services.defines(feature, action.getClass()));
        // No hand-over waits for it.
        Platform.runLater(FxmlCache::forgetBundles);
    }
}
