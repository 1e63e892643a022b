package dev.dovetail.shell.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays cards out in as many columns of equal width as fit, each row as high as its highest card. A card is made when its
 * row comes near what is seen, and kept from then on; a row without any is as high as the others are on average. JavaFX
 * application thread only.
 */
final class CardGrid extends Pane {

    private static final double NARROWEST = 300;
    private static final double GAP = 16;
    private static final double USUAL_HEIGHT = 150;
    /** As many as fit into the window of a first start, so that none has to come after it. */
    private static final int AT_FIRST = 16;

    private final Map<String, Node> made = new HashMap<>();
    private List<String> ids = List.of();
    private Function<String, Node> maker = id -> new Pane();
    private Optional<Span> seen = Optional.empty();

    private record Span(double top, double bottom) {}

    CardGrid() {
        getStyleClass().add("card-grid");
    }

    /**
     * @param next what is to be shown, in this order
     * @param cards makes the card of one of them, or finds it again
     */
    void show(List<String> next, Function<String, Node> cards) {
        ids = List.copyOf(next);
        maker = cards;
        made.keySet().retainAll(ids);
        bring();
        requestLayout();
    }

    /**
     * Makes the cards that can be seen; not during a layout.
     *
     * @param top where what is seen begins, in this grid's own coordinates
     * @param bottom where it ends
     */
    void look(double top, double bottom) {
        seen = Optional.of(new Span(top, bottom));
        bring();
    }

    private void bring() {
        IntStream near = seen.map(this::within).orElse(IntStream.range(0, AT_FIRST));
        near.filter(index -> index < ids.size()).mapToObj(ids::get).forEach(id -> made.computeIfAbsent(id, maker));
        List<Node> cards = cards(ids).toList();
        getChildren().retainAll(cards);
        for (int place = 0; place < cards.size(); place++) {
            Node card = cards.get(place);
            if (place == getChildren().size() || !getChildren().get(place).equals(card)) {
                getChildren().remove(card);
                getChildren().add(place, card);
            }
        }
    }

    /** The places in all rows that a span touches. */
    private IntStream within(Span span) {
        IntStream.Builder places = IntStream.builder();
        int columns = columns(getWidth());
        double y = getInsets().getTop();
        double[] heights = rowHeights(getWidth());
        for (int row = 0; row < heights.length; row++) {
            if (y < span.bottom() && y + heights[row] > span.top()) {
                IntStream.range(row * columns, (row + 1) * columns).forEach(places);
            }
            y += heights[row] + GAP;
        }
        return places.build();
    }

    private Stream<Node> cards(List<String> some) {
        return some.stream().flatMap(id -> Stream.ofNullable(made.get(id)));
    }

    private Stream<Node> row(int row, int columns) {
        return cards(ids.subList(row * columns, Math.min(ids.size(), (row + 1) * columns)));
    }

    private double[] rowHeights(double width) {
        int columns = columns(width);
        double cardWidth = cardWidth(width);
        double[] heights = IntStream.range(0, (ids.size() + columns - 1) / columns)
                .mapToDouble(row -> row(row, columns)
                        .mapToDouble(card -> card.prefHeight(cardWidth))
                        .max()
                        .orElse(0))
                .toArray();
        double usual =
                DoubleStream.of(heights).filter(height -> height > 0).average().orElse(USUAL_HEIGHT);
        for (int row = 0; row < heights.length; row++) {
            heights[row] = heights[row] > 0 ? heights[row] : usual;
        }
        return heights;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] heights = rowHeights(width);
        double gaps = Math.max(0, heights.length - 1) * GAP;
        return DoubleStream.of(heights).sum()
                + gaps
                + getInsets().getTop()
                + getInsets().getBottom();
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
        double y = insets.getTop();
        double[] heights = rowHeights(getWidth());
        for (int place = 0; place < ids.size(); place++) {
            double height = heights[place / columns];
            Node card = made.get(ids.get(place));
            if (card != null) {
                double x = insets.getLeft() + (place % columns) * (cardWidth + GAP);
                card.resizeRelocate(snapPositionX(x), y, cardWidth, height);
            }
            if (place % columns == columns - 1) {
                y += height + GAP;
            }
        }
    }

    private static int columns(double width) {
        return (int) Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
    }

    private double cardWidth(double width) {
        int columns = columns(width);
        return snapSizeX(Math.floor((width - (columns - 1) * GAP) / columns));
    }
}
