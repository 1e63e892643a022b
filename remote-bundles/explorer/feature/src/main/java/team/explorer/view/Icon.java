package team.explorer.view;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Line icons on a grid of 16, coloured by the style sheet. */
enum Icon {
    BAD("M8 2 L14.5 13.5 H1.5 Z M8 6.5 V9.5 M8 11.4 V11.6"),
    CHART("M3 13 V8.5 M8 13 V3 M13 13 V6"),
    CLOSE("M4.5 4.5 L11.5 11.5 M11.5 4.5 L4.5 11.5"),
    DATABASE("M2.5 4 A5.5 2 0 0 0 13.5 4 A5.5 2 0 0 0 2.5 4 Z M2.5 4 V12 A5.5 2 0 0 0 13.5 12 V4"
            + " M2.5 8 A5.5 2 0 0 0 13.5 8"),
    DOWN("M3.5 6 L8 10.5 L12.5 6"),
    EXPORT("M8 2.5 V10 M5 7.2 L8 10.2 L11 7.2 M2.5 10.5 V13.5 H13.5 V10.5"),
    FIRST("M11.5 3.5 L7 8 L11.5 12.5 M4.5 3.5 V12.5"),
    LAST("M4.5 3.5 L9 8 L4.5 12.5 M11.5 3.5 V12.5"),
    NEXT("M6 3.5 L10.5 8 L6 12.5"),
    OPEN("M2 12.5 V3.5 H6 L7.5 5.5 H14 V12.5 Z"),
    PREVIOUS("M10 3.5 L5.5 8 L10 12.5"),
    RECENT("M8 2 A6 6 0 1 0 8.01 2 Z M8 4.8 V8 L10.3 9.6"),
    RUN("M4.5 3 L12.5 8 L4.5 13 Z"),
    STOP("M4 4 H12 V12 H4 Z"),
    TABLE("M2.5 3 H13.5 V13 H2.5 Z M2.5 6.5 H13.5 M6.5 6.5 V13"),
    TREND("M2 12 L6 7.5 L9 10 L14 4 M10.5 4 H14 V7.5");

    private static final double GRID = 16;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    Node node() {
        return node(GRID);
    }

    Node node(double size) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("explorer-icon");
        shape.setScaleX(size / GRID);
        shape.setScaleY(size / GRID);
        StackPane box = new StackPane(shape);
        box.setMinSize(size, size);
        box.setPrefSize(size, size);
        box.setMaxSize(size, size);
        box.setMouseTransparent(true);
        return box;
    }
}
