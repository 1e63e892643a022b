package dev.dovetail.shell.features;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays cards out in as many columns of equal width as fit, each row as high as its highest card. */
final class CardGrid extends Pane {

    private static final double NARROWEST = 300;
    private static final double GAP = 16;

    CardGrid() {
        getStyleClass().add("card-grid");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double cardWidth = cardWidth(width);
        int columns = columns(width);
        List<Node> cards = getManagedChildren();
        double height = 0;
        for (int first = 0; first < cards.size(); first += columns) {
            height += rowHeight(row(cards, first, columns), cardWidth) + (first == 0 ? 0 : GAP);
        }
        return height + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 3 * NARROWEST + 2 * GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double cardWidth = cardWidth(getWidth());
        int columns = columns(getWidth());
        List<Node> cards = getManagedChildren();
        double y = insets.getTop();
        for (int first = 0; first < cards.size(); first += columns) {
            List<Node> row = row(cards, first, columns);
            double height = rowHeight(row, cardWidth);
            for (int column = 0; column < row.size(); column++) {
                double x = insets.getLeft() + column * (cardWidth + GAP);
                row.get(column).resizeRelocate(snapPositionX(x), y, cardWidth, height);
            }
            y += height + GAP;
        }
    }

    private static List<Node> row(List<Node> cards, int first, int columns) {
        return cards.subList(first, Math.min(cards.size(), first + columns));
    }

    private static double rowHeight(List<Node> row, double cardWidth) {
        return row.stream()
                .mapToDouble(card -> card.prefHeight(cardWidth))
                .max()
                .orElse(0);
    }

    private static int columns(double width) {
        return (int) Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
    }

    private double cardWidth(double width) {
        int columns = columns(width);
        return snapSizeX(Math.floor((width - (columns - 1) * GAP) / columns));
    }
}
