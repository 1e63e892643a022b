package dev.dovetail.shell.tabs;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;

/** The row of tab headers. When they don't fit, the wheel moves them and the selected one is brought into sight. */
final class TabStrip extends ScrollPane {

    private final HBox row = new HBox();

    TabStrip() {
        getStyleClass().add("tab-strip");
        row.getStyleClass().add("tab-row");
        setContent(row);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    void add(Node header) {
        row.getChildren().add(header);
    }

    void remove(Node header) {
        row.getChildren().remove(header);
    }

    void reveal(Node header) {
        applyCss();
        layout();
        double hidden = hidden();
        if (hidden <= 0) {
            return;
        }
        Bounds bounds = header.getBoundsInParent();
        double left = getHvalue() * hidden;
        double right = left + getViewportBounds().getWidth();
        if (bounds.getMinX() < left) {
            setHvalue(bounds.getMinX() / hidden);
        } else if (bounds.getMaxX() > right) {
            setHvalue((bounds.getMaxX() - getViewportBounds().getWidth()) / hidden);
        }
    }

    private void scroll(ScrollEvent event) {
        double hidden = hidden();
        if (hidden > 0) {
            double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
            setHvalue(Math.max(0, Math.min(1, getHvalue() - delta / hidden)));
        }
        event.consume();
    }

    private double hidden() {
        return row.getWidth() - getViewportBounds().getWidth();
    }
}
