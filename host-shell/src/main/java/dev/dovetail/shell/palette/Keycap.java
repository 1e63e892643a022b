package dev.dovetail.shell.palette;

import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Keys as they look on a keyboard. */
public final class Keycap extends HBox {

    private Keycap(String keys) {
        getStyleClass().add("keycaps");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        Stream.of(keys.split("\\+", -1)).map(Keycap::cap).forEach(getChildren()::add);
    }

    /**
     * @param keys such as {@code Ctrl+K}
     * @return one cap for each key
     */
    public static Keycap of(String keys) {
        return new Keycap(keys);
    }

    private static Label cap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("keycap");
        cap.setMinWidth(USE_PREF_SIZE);
        return cap;
    }
}
