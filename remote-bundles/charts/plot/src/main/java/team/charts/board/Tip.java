package team.charts.board;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import team.charts.plot.Spot;

/** The values under the pointer, in a card within the chart: nothing is left open when the chart goes. */
final class Tip extends VBox {

    private static final double AWAY = 14;

    Tip() {
        getStyleClass().add("plot-tip");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(Spot spot, double width, double height) {
        Label heading = new Label(spot.heading());
        heading.getStyleClass().add("plot-tip-heading");
        getChildren().setAll(heading);
        spot.values().forEach(value -> getChildren().add(row(value)));
        setVisible(true);
        applyCss();
        autosize();
        boolean left = spot.x() + AWAY + getWidth() > width;
        setLayoutX(Math.round(left ? spot.x() - AWAY - getWidth() : spot.x() + AWAY));
        setLayoutY(Math.round(Math.max(0, Math.min(height - getHeight(), spot.y() - getHeight() / 2))));
    }

    private static HBox row(Spot.Value value) {
        Label name = new Label(value.name());
        name.getStyleClass().add("plot-tip-name");
        name.setMaxWidth(180);
        Label number = new Label(value.text());
        number.getStyleClass().add("plot-tip-value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox row = new HBox(swatch(value.series()), name, room, number);
        row.getStyleClass().add("plot-tip-row");
        return row;
    }

    static Region swatch(int series) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("plot-swatch", "series-" + series);
        return swatch;
    }
}
