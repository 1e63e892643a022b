package team.charts.feature;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import team.charts.board.BoardParts;
import team.charts.board.GridLayer;
import team.charts.board.MarksLayer;
import team.charts.desk.Asked;
import team.charts.desk.Desk;
import team.charts.desk.Offers;

/** Arranges a board: the choices in a bar at the left, the chart beside it. */
final class Page implements AutoCloseable {

    private final BoardParts parts;
    private final BorderPane root = new BorderPane();

    Page(ViewContext context, Offers offers, Desk desk) throws IOException {
        parts = new BoardParts(context, offers, desk, new VBox(), List.of(new GridLayer(), new MarksLayer(2)));
        VBox picture = picture();
        VBox content = new VBox(picture, footer());
        VBox.setVgrow(picture, Priority.ALWAYS);
        root.getStyleClass().add("charts-board");
        root.getStylesheets().addAll(sheet(BoardParts.class, "parts.css"), sheet(Page.class, "charts.css"));
        if (!new Asked(context.parameters()).compact()) {
            root.setLeft(choices());
        }
        root.setCenter(content);
        parts.start(root, picture, state -> {});
    }

    Node root() {
        return root;
    }

    void follow(Values values) {
        parts.follow(values);
    }

    Memento save() {
        return parts.save();
    }

    @Override
    public void close() {
        parts.close();
        root.getStylesheets().clear();
    }

    private Node choices() {
        ScrollPane series = new ScrollPane(parts.pickers().series());
        series.getStyleClass().addAll("charts-series-scroll", "edge-to-edge");
        series.setFitToWidth(true);
        series.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        parts.pickers().series().getStyleClass().add("charts-series");
        VBox choices = new VBox(
                section("Table"),
                parts.pickers().table(),
                section("Kind"),
                parts.pickers().kind(),
                section("Across"),
                parts.pickers().x(),
                section("Values"),
                series);
        VBox.setVgrow(series, Priority.ALWAYS);
        choices.getStyleClass().add("charts-choices");
        return choices;
    }

    private VBox picture() {
        HBox.setHgrow(parts.titleField(), Priority.ALWAYS);
        HBox head = new HBox(parts.titleField(), parts.exportButton());
        head.getStyleClass().add("charts-head");
        VBox picture = new VBox(head, parts.legend(), parts.middle());
        VBox.setVgrow(parts.middle(), Priority.ALWAYS);
        picture.getStyleClass().add("charts-picture");
        return picture;
    }

    private Node footer() throws IOException {
        Label version = new Label(Release.label());
        version.setId("charts-version");
        version.getStyleClass().add("charts-version");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox footer = new HBox(parts.note(), room, version);
        footer.getStyleClass().add("charts-footer");
        return footer;
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("charts-section");
        return label;
    }

    private static String sheet(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
    }
}
