package team.explorer.view;

import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import team.explorer.api.Column;
import team.explorer.query.Identifiers;
import team.explorer.tables.OpenTable;

/** One open table in the sidebar; its columns fold out. */
final class TableEntry extends VBox {

    private final OpenTable table;
    private final Wishes wishes;
    private final Set<String> expanded;
    private final VBox columns = new VBox();
    private final Button fold = new Button();

    TableEntry(OpenTable table, Set<String> expanded, Wishes wishes) {
        this.table = table;
        this.expanded = expanded;
        this.wishes = wishes;
        fold.getStyleClass().addAll("flat", "button-icon", "explorer-fold");
        fold.setOnAction(event -> toggle());
        Button close = Parts.iconButton(
                "explorer-close-" + table.name(), Icon.CLOSE, "Close this table", () -> wishes.close(table));
        close.getStyleClass().add("explorer-close");
        Button name = name();
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(fold, name, close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("explorer-entry");
        columns.getStyleClass().add("explorer-columns");
        table.columns().forEach(column -> columns.getChildren().add(column(column)));
        getChildren().addAll(row, columns);
        show();
    }

    private Button name() {
        VBox texts = new VBox(
                1, Parts.label(table.name(), "explorer-strong"), Parts.label(Texts.shape(table), "explorer-meta"));
        Button button = new Button();
        button.setId("explorer-table-" + table.name());
        button.setGraphic(texts);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("explorer-name");
        button.setTooltip(new Tooltip(table.file().source().fileName() + "\nClick to show all of it"));
        button.setAccessibleText("Show the table " + table.name());
        button.setOnAction(event -> wishes.select(table));
        return button;
    }

    private Button column(Column column) {
        Label kind = Parts.label(
                switch (column.kind()) {
                    case TEXT -> "abc";
                    case NUMBER -> "123";
                    case DATE -> "date";
                },
                "explorer-kind");
        StackPane badge = new StackPane(kind);
        badge.getStyleClass().addAll("explorer-badge");
        HBox box = new HBox(8, badge, Parts.label(column.name(), "explorer-column-name"));
        box.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(box);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("explorer-column");
        button.setAccessibleText("Insert the column " + column.name());
        button.setOnAction(event -> wishes.insert(Identifiers.readable(column.name())));
        return button;
    }

    private void toggle() {
        if (!expanded.remove(table.id())) {
            expanded.add(table.id());
        }
        show();
    }

    private void show() {
        boolean open = expanded.contains(table.id());
        fold.setGraphic((open ? Icon.DOWN : Icon.NEXT).node(12));
        fold.setAccessibleText((open ? "Hide" : "Show") + " the columns of " + table.name());
        Parts.visible(columns, open);
    }
}
