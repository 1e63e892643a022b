package team.dashboard.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import team.dashboard.board.Board;
import team.dashboard.board.Panel;

/** Lays panels out in rows of two halves or one whole, in one column where it is narrow. */
final class BoardPane extends Pane {

    private static final double GAP = 16;
    private static final double EDGE = 20;
    private static final double NARROW = 860;

    private record Cell(Region card, double x, double y, double width, double height) {}

    private Board board = new Board(List.of());
    private Map<String, Card> cards = Map.of();

    BoardPane() {
        getStyleClass().add("dashboard-pane");
    }

    void show(Board next, Map<String, Card> of) {
        board = next;
        cards = Map.copyOf(of);
        List<Card> wanted =
                next.panels().stream().map(panel -> of.get(panel.id())).toList();
        // A node that stays keeps its place among its siblings: taking it out would take the keyboard from it.
        getChildren().removeIf(node -> !wanted.contains(node));
        wanted.stream().filter(card -> !getChildren().contains(card)).forEach(getChildren()::add);
        requestLayout();
    }

    private List<Cell> cells(double all) {
        double width = Math.max(0, all - 2 * EDGE);
        boolean narrow = all < NARROW;
        List<Cell> cells = new ArrayList<>();
        double y = EDGE;
        List<Panel> panels = board.panels();
        for (int n = 0; n < panels.size(); n++) {
            Panel left = panels.get(n);
            boolean paired = !narrow
                    && !left.wide()
                    && n + 1 < panels.size()
                    && !panels.get(n + 1).wide();
            int height = paired ? Math.max(left.height(), panels.get(n + 1).height()) : left.height();
            double each = paired ? (width - GAP) / 2 : width;
            cells.add(new Cell(cards.get(left.id()), EDGE, y, each, height));
            if (paired) {
                n++;
                cells.add(new Cell(cards.get(panels.get(n).id()), EDGE + each + GAP, y, each, height));
            }
            y += height + GAP;
        }
        return cells;
    }

    @Override
    protected void layoutChildren() {
        cells(getWidth()).forEach(cell -> cell.card()
                .resizeRelocate(
                        snapPositionX(cell.x()),
                        snapPositionY(cell.y()),
                        snapSizeX(cell.width()),
                        snapSizeY(cell.height())));
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return cells(width < 0 ? getWidth() : width).stream()
                        .mapToDouble(cell -> cell.y() + cell.height())
                        .max()
                        .orElse(0)
                + EDGE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return NARROW;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
