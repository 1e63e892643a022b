package team.explorer.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import team.explorer.tables.Sample;

/** Opens a sample with one click, as a large card or as a row. */
final class SampleCard extends Button {

    private static final double TILE = 36;
    private static final double CARD = 240;
    private static final double CARD_HEIGHT = 112;

    private SampleCard(Sample sample, Wishes wishes) {
        setId("explorer-sample-" + sample.baseName());
        setAccessibleText("Open the sample " + sample.title());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(event -> wishes.open(sample));
    }

    static SampleCard card(Sample sample, Wishes wishes) {
        SampleCard card = new SampleCard(sample, wishes);
        StackPane tile = new StackPane(icon(sample).node());
        tile.getStyleClass().add("explorer-tile");
        tile.setMinSize(TILE, TILE);
        tile.setMaxSize(TILE, TILE);
        Label description = Parts.label(sample.description(), "explorer-meta");
        description.setWrapText(true);
        VBox box = new VBox(10, tile, new VBox(3, Parts.label(sample.title(), "explorer-strong"), description));
        box.setPrefSize(CARD, CARD_HEIGHT);
        card.setGraphic(box);
        card.getStyleClass().add("explorer-card");
        return card;
    }

    static SampleCard row(Sample sample, Wishes wishes) {
        SampleCard row = new SampleCard(sample, wishes);
        HBox box = new HBox(10, icon(sample).node(), Parts.label(sample.title()));
        box.setAlignment(Pos.CENTER_LEFT);
        row.setGraphic(box);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().add("explorer-row");
        return row;
    }

    private static Icon icon(Sample sample) {
        return sample == Sample.CO2 ? Icon.TREND : Icon.TABLE;
    }
}
