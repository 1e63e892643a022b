package team.dashboard.view;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import team.dashboard.board.Source;

/** Where a new panel is described: which view, of which table, and how. */
final class Composer {

    private static final String ANY_KIND = "As it suits";

    private final ComboBox<String> view = choice("dashboard-new-view", Source.TABLE.title(), Source.CHART.title());
    private final ComboBox<String> table = choice("dashboard-new-table", "sample:co2", "sample:elements");
    private final ComboBox<String> kind = choice("dashboard-new-kind", ANY_KIND, "Bar", "Line", "Scatter");
    private final TextField sql = new TextField();
    private final TextField title = new TextField();
    private final Label hint = new Label(
            "This board is empty. Describe a panel: it is a view of another feature, which is fetched when it isn't here.");
    private final VBox root = new VBox();
    private boolean wanted;
    private boolean empty;

    Composer(Deeds deeds) {
        root.getStyleClass().add("dashboard-composer");
        table.setEditable(true);
        sql.setId("dashboard-new-sql");
        sql.setPromptText("SELECT \u2026 (all rows when empty)");
        sql.setPrefColumnCount(24);
        title.setId("dashboard-new-title");
        title.setPromptText("Title");
        hint.getStyleClass().add("dashboard-hint");
        hint.setWrapText(true);
        Button done = new Button("Add to board");
        done.setId("dashboard-new-add");
        done.getStyleClass().add("accent");
        done.setOnAction(pressed -> add(deeds));
        Node query = field("Query", sql);
        Node kinds = field("Kind", kind);
        view.valueProperty().addListener((value, was, is) -> show(query, kinds));
        FlowPane fields = new FlowPane(
                field("View", view), field("Data", table), query, kinds, field("Title", title), field(" ", done));
        fields.getStyleClass().add("dashboard-fields");
        root.getChildren().addAll(hint, fields);
        show(query, kinds);
        refresh();
    }

    private static ComboBox<String> choice(String id, String... items) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(items);
        box.getSelectionModel().selectFirst();
        return box;
    }

    private static Node field(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("dashboard-label");
        VBox field = new VBox(label, new HBox(control));
        field.setAlignment(Pos.CENTER_LEFT);
        field.getStyleClass().add("dashboard-field");
        return field;
    }

    private Source source() {
        return Source.CHART.title().equals(view.getValue()) ? Source.CHART : Source.TABLE;
    }

    private void show(Node query, Node kinds) {
        query.setVisible(source() == Source.TABLE);
        query.setManaged(source() == Source.TABLE);
        kinds.setVisible(source() == Source.CHART);
        kinds.setManaged(source() == Source.CHART);
    }

    private void add(Deeds deeds) {
        String data = table.getEditor().getText().strip();
        String drawn = ANY_KIND.equals(kind.getValue()) ? "" : kind.getValue().toLowerCase(Locale.ROOT);
        String name = title.getText().isBlank()
                ? source().title() + " of " + data
                : title.getText().strip();
        wanted = false;
        deeds.add(source(), name, source().asking(data, sql.getText(), drawn));
        title.clear();
        sql.clear();
        refresh();
    }

    Node node() {
        return root;
    }

    void toggle() {
        wanted = !wanted;
        refresh();
    }

    /** An empty board has nothing else to show. */
    void empty(boolean now) {
        empty = now;
        refresh();
    }

    private void refresh() {
        hint.setVisible(empty);
        hint.setManaged(empty);
        root.setVisible(wanted || empty);
        root.setManaged(wanted || empty);
    }
}
