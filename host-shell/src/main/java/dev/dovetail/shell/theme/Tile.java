package dev.dovetail.shell.theme;

import javafx.scene.layout.StackPane;

/** A feature's icon on a coloured ground. A feature has the same colour everywhere and always. */
public final class Tile extends StackPane {

    private static final int COLOURS = 8;

    /**
     * @param key what the colour follows from, such as the feature's id
     * @param icon the name of the icon
     */
    public Tile(String key, String icon) {
        getStyleClass().addAll("tile", "tile-" + Math.floorMod(spread(key), COLOURS));
        getChildren().add(Icons.of(icon));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    // String.hashCode alone gives short, similar names neighbouring colours.
    private static int spread(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash >>> 16;
    }
}
