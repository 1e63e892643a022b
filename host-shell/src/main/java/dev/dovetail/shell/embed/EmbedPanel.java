package dev.dovetail.shell.embed;

import atlantafx.base.theme.Styles;
import dev.dovetail.shell.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Stands in the place of an embedded view, which may be small: why it isn't there, and what to do about it. */
final class EmbedPanel {

    private EmbedPanel() {}

    static Node of(Absence why, Runnable again) {
        StackPane mark = new StackPane(Icons.of(why.icon()));
        mark.getStyleClass().add("embed-mark");
        VBox panel = new VBox(mark, line(why.failure().title(), "embed-title"), line(why.sentence(), "embed-message"));
        panel.getStyleClass().add("embed-panel");
        panel.setAlignment(Pos.CENTER);
        List<Button> buttons = buttons(why, again);
        if (!buttons.isEmpty()) {
            panel.getChildren().add(row(buttons));
        }
        if (!why.failure().code().isEmpty()) {
            panel.getChildren().add(line(why.failure().code(), "error-code"));
        }
        ScrollPane scroll = new ScrollPane(panel);
        scroll.getStyleClass().addAll("embed-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** The embedding view's own, with what it can't offer by itself. */
    static Node around(Node fallback, Absence why, Runnable again) {
        List<Button> buttons = buttons(why, again);
        if (buttons.isEmpty()) {
            return fallback;
        }
        HBox row = row(buttons);
        row.getStyleClass().add("embed-foot");
        VBox.setVgrow(fallback, Priority.ALWAYS);
        return new VBox(fallback, row);
    }

    private static List<Button> buttons(Absence why, Runnable again) {
        List<Button> buttons = new ArrayList<>();
        if (!why.kind().action().isEmpty()) {
            Button act = new Button(why.kind().action(), Icons.of(why.kind().icon()));
            act.getStyleClass().addAll(Styles.ACCENT, "embed-again");
            act.setOnAction(pressed -> again.run());
            buttons.add(act);
        }
        if (why.kind() == Absence.Kind.FAILED) {
            Button copy = new Button("Copy report", Icons.of("copy"));
            copy.getStyleClass().add("embed-copy");
            copy.setOnAction(pressed -> copy(copy, why.failure().report()));
            buttons.add(copy);
        }
        return buttons;
    }

    private static void copy(Button button, String report) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report));
        button.setText("Copied");
    }

    private static HBox row(List<Button> buttons) {
        HBox row = new HBox();
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("error-buttons");
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
