package dev.dovetail.shell.view;

import atlantafx.base.theme.Styles;
import dev.dovetail.shell.theme.Icons;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Stands in the place of a view that could not be shown: what, why, what to do. */
public final class ErrorPanel extends VBox {

    /**
     * @param failure what to say
     * @param retry tries again
     */
    public ErrorPanel(Failure failure, Runnable retry) {
        getStyleClass().add("error-panel");
        setAlignment(Pos.CENTER);
        StackPane mark = new StackPane(Icons.of("alert-triangle"));
        mark.getStyleClass().add("error-mark");
        getChildren().addAll(mark, line(failure.title(), "error-title"), line(failure.message(), "error-message"));
        if (!failure.hint().isEmpty()) {
            getChildren().add(line(failure.hint(), "error-hint"));
        }
        getChildren().add(buttons(failure, retry));
        if (!failure.code().isEmpty()) {
            getChildren().add(line(failure.code(), "error-code"));
        }
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static HBox buttons(Failure failure, Runnable retry) {
        Button again = new Button("Retry", Icons.of("refresh-cw"));
        again.setId("error-retry");
        again.getStyleClass().add(Styles.ACCENT);
        again.setOnAction(pressed -> retry.run());
        Button copy = new Button("Copy report", Icons.of("copy"));
        copy.setId("error-copy");
        copy.setOnAction(pressed -> copy(copy, failure.report()));
        HBox buttons = new HBox(again, copy);
        buttons.getStyleClass().add("error-buttons");
        buttons.setAlignment(Pos.CENTER);
        return buttons;
    }

    private static void copy(Button button, String report) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report));
        button.setText("Copied");
    }
}
