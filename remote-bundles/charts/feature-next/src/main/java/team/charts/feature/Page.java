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

/** Arranges a board: figures above the chart, each on a card, and the choices on a card at the right. */
final class Page implements AutoCloseable {

    private static final double CORNER = 5;

    private final BoardParts parts;
    private final Strip strip = new Strip();
    private final BorderPane root = new BorderPane();

    Page(ViewContext context, Offers offers, Desk desk) throws IOException {
        parts = new BoardParts(
                context,
                offers,
                desk,
                new VBox(),
                List.of(new GridLayer(), new AreaLayer(), new MarksLayer(CORNER), new TrendLayer(), new ValueLayer()));
        VBox picture = picture();
        VBox content = new VBox(head(), strip, picture);
        VBox.setVgrow(picture, Priority.ALWAYS);
        content.getStyleClass().add("charts-content");
        root.getStyleClass().add("charts-board");
        root.getStylesheets().addAll(sheet(BoardParts.class, "parts.css"), sheet(Page.class, "charts.css"));
        // First for the keyboard: who opens a board wants to choose, not to rename.
        if (!new Asked(context.parameters()).compact()) {
            root.setRight(choices());
        }
        root.setCenter(content);
        root.setBottom(footer());
        parts.start(root, content, strip::show);
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

    private Node head() {
        HBox.setHgrow(parts.titleField(), Priority.ALWAYS);
        parts.exportButton().getStyleClass().add("accent");
        HBox head = new HBox(parts.titleField(), parts.exportButton());
        head.getStyleClass().add("charts-head");
        return head;
    }

    private VBox picture() {
        VBox picture = new VBox(parts.legend(), parts.middle());
        VBox.setVgrow(parts.middle(), Priority.ALWAYS);
        picture.getStyleClass().addAll("charts-card", "charts-picture");
        return picture;
    }

    private Node choices() {
        ScrollPane series = new ScrollPane(parts.pickers().series());
        series.getStyleClass().addAll("charts-series-scroll", "edge-to-edge");
        series.setFitToWidth(true);
        series.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        parts.pickers().series().getStyleClass().add("charts-series");
        VBox card = new VBox(
                parts.pickers().kind(),
                section("Table"),
                parts.pickers().table(),
                section("Horizontal axis"),
                parts.pickers().x(),
                section("Series"),
                series);
        VBox.setVgrow(series, Priority.ALWAYS);
        card.getStyleClass().addAll("charts-card", "charts-choices");
        VBox side = new VBox(card);
        VBox.setVgrow(card, Priority.ALWAYS);
        side.getStyleClass().add("charts-side");
        return side;
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
