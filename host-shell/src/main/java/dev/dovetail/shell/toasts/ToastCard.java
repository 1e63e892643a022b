package dev.dovetail.shell.toasts;

import atlantafx.base.theme.Styles;
import dev.dovetail.api.Notice.Level;
import dev.dovetail.shell.theme.Icons;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One toast. */
final class ToastCard extends HBox {

    private static final Map<Level, String> ICONS = Map.of(
            Level.INFO, "info",
            Level.SUCCESS, "check-circle",
            Level.WARNING, "alert-triangle",
            Level.ERROR, "alert-circle");

    private final Toast toast;

    ToastCard(Toast toast, Consumer<ToastCard> dismiss) {
        this.toast = toast;
        getStyleClass().addAll("toast", toast.notice().level().name().toLowerCase(Locale.ROOT));
        getChildren().addAll(Icons.of(icon(toast)), body(dismiss), close(dismiss));
        setAlignment(Pos.TOP_LEFT);
        setAccessibleText(toast.notice().text());
    }

    private static String icon(Toast toast) {
        return ICONS.getOrDefault(toast.notice().level(), "info");
    }

    Toast toast() {
        return toast;
    }

    private VBox body(Consumer<ToastCard> dismiss) {
        Label text = new Label(toast.notice().text());
        text.getStyleClass().add("toast-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox body = new VBox(text);
        body.getStyleClass().add("toast-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        if (!toast.actions().isEmpty()) {
            FlowPane buttons = new FlowPane();
            buttons.getStyleClass().add("toast-actions");
            toast.actions().forEach(action -> buttons.getChildren().add(button(action, dismiss)));
            body.getChildren().add(buttons);
        }
        return body;
    }

    private Button button(Toast.Action action, Consumer<ToastCard> dismiss) {
        Button button = new Button(action.label());
        button.getStyleClass().addAll("toast-action", Styles.SMALL);
        button.setOnAction(pressed -> {
            dismiss.accept(this);
            action.run().run();
        });
        return button;
    }

    private Button close(Consumer<ToastCard> dismiss) {
        Button close = new Button(null, Icons.of("x"));
        close.getStyleClass().addAll(Styles.FLAT, "icon-button", "toast-close");
        close.setAccessibleText("Dismiss");
        close.setOnAction(pressed -> dismiss.accept(this));
        return close;
    }
}
