package team.charts.board;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Line drawings of 16 by 16 pixels. */
enum Icons {
    BAR("M3 14V8M8 14V2M13 14V5"),
    LINE("M1.5 11.5L5.5 6.5L9.5 9.5L14.5 3.5"),
    SCATTER(
            "M4 11.5a1.2 1.2 0 1 0 .01 0zM7 6a1.2 1.2 0 1 0 .01 0zM11 8.5a1.2 1.2 0 1 0 .01 0zM12.5 2.5a1.2 1.2 0 1 0 .01 0z"),
    EXPORT("M2 10.5v2.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-2.5M4.5 6.5L8 10l3.5-3.5M8 10V2"),
    CHART("M6 28h24M10 24v-8M16 24V8M22 24v-5M28 24V13");

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    StackPane node() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("charts-icon");
        StackPane box = new StackPane(shape);
        box.getStyleClass().add("charts-icon-box");
        return box;
    }
}
