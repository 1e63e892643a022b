package dev.dovetail.shell.view;

import atlantafx.base.theme.Styles;
import dev.dovetail.shell.theme.Icons;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;

/** The buttons below the reason why a view isn't there, in as many rows as they need. JavaFX application thread only. */
public final class RemedyBar extends FlowPane {

    private static final double GAP = 10;
    /** Where nothing else says how wide it is: two buttons or three beside each other. */
    private static final int NARROW = 300;

    private final String kind;

    /** @param kind what the buttons' style classes and ids begin with */
    public RemedyBar(String kind) {
        super(GAP, GAP);
        this.kind = kind;
        getStyleClass().add("error-buttons");
        setAlignment(Pos.CENTER);
        setPrefWrapLength(NARROW);
    }

    /**
     * Adds a button, right behind the first.
     *
     * @param name what it is called in ids and style classes
     * @param label what is on it
     * @param icon its icon
     * @param run what it does
     */
    public void offer(String name, String label, String icon, Runnable run) {
        getChildren().add(Math.min(1, getChildren().size()), button(name, label, icon, run));
    }

    /**
     * Adds the button that most people want.
     *
     * @param name what it is called in ids and style classes
     * @param label what is on it
     * @param icon its icon
     * @param run what it does
     */
    public void offerFirst(String name, String label, String icon, Runnable run) {
        Button first = button(name, label, icon, run);
        first.getStyleClass().add(Styles.ACCENT);
        getChildren().add(0, first);
    }

    /** @param report what the last button, {@code Copy report}, puts on the clipboard */
    public void offerReport(String report) {
        Button copy = button("copy", "Copy report", "copy", () -> {});
        copy.setOnAction(pressed -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report));
            copy.setText("Copied");
        });
        getChildren().add(copy);
    }

    private Button button(String name, String label, String icon, Runnable run) {
        Button button = new Button(label, Icons.of(icon));
        button.setId(kind + "-" + name);
        button.getStyleClass().add(kind + "-" + name);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> run.run());
        return button;
    }
}
