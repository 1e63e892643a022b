package team.dashboard.view;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Line icons on a grid of 16, coloured by the style sheet. */
enum Icon {
    ADD("M8 3 V13 M3 8 H13"),
    CHART("M3 13 V8.5 M8 13 V3 M13 13 V6"),
    CLOSE("M4.5 4.5 L11.5 11.5 M11.5 4.5 L4.5 11.5"),
    LEFT("M10 3.5 L5.5 8 L10 12.5"),
    LINK("M6.5 9.5 L9.5 6.5 M7 4.5 L8.5 3 A2.8 2.8 0 0 1 13 7.5 L11.5 9 M9 11.5 L7.5 13 A2.8 2.8 0 0 1 3 8.5 L4.5 7"),
    NARROW("M2 8 H6.5 M4.5 5.5 L7 8 L4.5 10.5 M14 8 H9.5 M11.5 5.5 L9 8 L11.5 10.5"),
    RIGHT("M6 3.5 L10.5 8 L6 12.5"),
    TABLE("M2.5 3 H13.5 V13 H2.5 Z M2.5 6.5 H13.5 M6.5 6.5 V13"),
    WIDE("M2 8 H14 M4.5 5.5 L2 8 L4.5 10.5 M11.5 5.5 L14 8 L11.5 10.5");

    private static final double GRID = 16;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    Node node() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("dashboard-icon");
        StackPane box = new StackPane(shape);
        box.setMinSize(GRID, GRID);
        box.setPrefSize(GRID, GRID);
        box.setMaxSize(GRID, GRID);
        box.setMouseTransparent(true);
        return box;
    }
}
