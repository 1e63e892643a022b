package team.charts.feature;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import team.charts.plot.BoardState;

/** A card of figures for each series. */
final class Strip extends HBox {

    Strip() {
        setId("charts-figures");
        getStyleClass().add("charts-strip");
        managedProperty().bind(visibleProperty());
    }

    void show(BoardState state) {
        getChildren().setAll(Figures.of(state).stream().map(Strip::card).toList());
        setVisible(!getChildren().isEmpty());
    }

    private static Region card(Figures figures) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("plot-swatch", "series-" + figures.series());
        Label name = new Label(figures.name());
        name.getStyleClass().add("charts-section");
        HBox head = new HBox(swatch, name);
        head.getStyleClass().add("charts-figure-head");
        Label main = new Label(figures.main());
        main.getStyleClass().add("charts-figure");
        Label what = new Label(figures.what());
        what.getStyleClass().add("charts-note");
        HBox figure = new HBox(main, what);
        figure.getStyleClass().add("charts-figure-line");
        Label more = new Label(figures.more());
        more.getStyleClass().add("charts-note");
        VBox card = new VBox(head, figure, more);
        card.getStyleClass().addAll("charts-card", "charts-figure-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        card.setPrefWidth(0);
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }
}
