package dev.dovetail.shell.tabs;

import dev.dovetail.shell.slide.SlidingPane;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The row of tab headers. When they don't fit, the wheel moves them and the selected one is brought into sight. */
final class TabStrip extends SlidingPane {

    private final HBox row;

    TabStrip() {
        this(new HBox());
    }

    private TabStrip(HBox row) {
        super(row, Orientation.HORIZONTAL);
        this.row = row;
        getStyleClass().add("tab-strip");
        row.getStyleClass().add("tab-row");
    }

    void add(Node header) {
        row.getChildren().add(header);
    }

    void remove(Node header) {
        row.getChildren().remove(header);
    }

    void show(Node header) {
        if (getScene() != null) {
            applyCss();
            layout();
            reveal(header);
        }
    }
}
