package dev.dovetail.shell.workbench;

import atlantafx.base.theme.Styles;
import dev.dovetail.shell.palette.Keycap;
import dev.dovetail.shell.theme.Hint;
import dev.dovetail.shell.theme.Icons;
import dev.dovetail.shell.theme.Theme;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The line at the top: the name, the field that opens the palette, the theme. */
final class TopBar extends StackPane {

    private final Button theme = new Button();
    private final StackPane logo = new StackPane(Icons.of("layers"));
    private final Label name = new Label("Dovetail");

    TopBar(Runnable onPalette, Runnable onTheme) {
        getStyleClass().add("top-bar");
        theme.setId("theme-toggle");
        theme.getStyleClass().addAll(Styles.FLAT, "icon-button", "top-button");
        theme.setOnAction(pressed -> onTheme.run());
        HBox right = new HBox(theme);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setPickOnBounds(false);
        getChildren().addAll(name(), right, field(onPalette));
    }

    /** The window is one feature's. */
    void named(String title, String icon) {
        name.setText(title);
        logo.getChildren().setAll(Icons.of(icon));
    }

    private HBox name() {
        logo.getStyleClass().add("logo");
        name.getStyleClass().add("app-name");
        HBox box = new HBox(logo, name);
        box.getStyleClass().add("brand");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Button field(Runnable onPalette) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox content = new HBox(Icons.of("search"), new Label("Search or run a command"), space, Keycap.of("Ctrl+K"));
        content.getStyleClass().add("command-content");
        content.setAlignment(Pos.CENTER_LEFT);
        Button field = new Button(null, content);
        field.setId("command-field");
        field.getStyleClass().setAll("command-field");
        field.setAccessibleText("Search or run a command");
        field.setOnAction(pressed -> onPalette.run());
        content.prefWidthProperty().bind(field.widthProperty().subtract(18));
        return field;
    }

    void show(Theme now) {
        theme.setGraphic(Icons.of(now == Theme.LIGHT ? "moon" : "sun"));
        String text = "Switch to the " + now.other().title().toLowerCase(java.util.Locale.ROOT) + " theme";
        Hint.on(theme, text);
        theme.setAccessibleText(text);
    }
}
