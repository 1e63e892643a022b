package dev.dovetail.shell.theme;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/**
 * What a control is for, in a tooltip that is made when the mouse first comes: a tooltip is a window of its own, and most
 * are never seen. Said to those who can't see it from the beginning. JavaFX application thread only.
 */
public final class Hint {

    private static final Duration USUAL = Duration.seconds(1);

    private Hint() {}

    /**
     * @param control what is explained
     * @param text the explanation; replaces the one before
     */
    public static void on(Control control, String text) {
        on(control, text, USUAL);
    }

    /**
     * @param control what is explained
     * @param text the explanation; replaces the one before
     * @param delay how long the mouse has to rest on it
     */
    public static void on(Control control, String text, Duration delay) {
        control.setAccessibleHelp(text);
        Tooltip there = control.getTooltip();
        if (there == null) {
            control.setOnMouseEntered(entered -> make(control, delay));
        } else {
            there.setText(text);
        }
    }

    // In time: the movement that tooltips listen to comes after the entering.
    private static void make(Control control, Duration delay) {
        Tooltip tooltip = new Tooltip(control.getAccessibleHelp());
        tooltip.setShowDelay(delay);
        control.setTooltip(tooltip);
        control.setOnMouseEntered(null);
    }
}
