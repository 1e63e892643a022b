package team.charts.board;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import team.charts.desk.Face;

/** Words in the place of a chart: what is missing, and a button that helps. */
final class BlankPane extends VBox {

    private final Label headline = new Label();
    private final Label text = new Label();
    private final Button tables = new Button("Open Tables");

    BlankPane(Runnable openTables) {
        getStyleClass().add("charts-blank");
        headline.getStyleClass().add("charts-blank-headline");
        headline.setWrapText(true);
        text.getStyleClass().add("charts-blank-text");
        text.setWrapText(true);
        tables.setId("charts-empty-open");
        tables.getStyleClass().add("accent");
        tables.setOnAction(event -> openTables.run());
        tables.managedProperty().bind(tables.visibleProperty());
        StackPane picture = Icons.CHART.node();
        picture.getStyleClass().add("charts-blank-picture");
        getChildren().addAll(picture, headline, text, tables);
    }

    void show(Face.Blank blank) {
        setVisible(!blank.headline().isEmpty());
        headline.setText(blank.headline());
        text.setText(blank.text());
        tables.setVisible(blank.offersTables());
    }
}
