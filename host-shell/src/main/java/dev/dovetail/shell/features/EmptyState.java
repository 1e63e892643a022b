package dev.dovetail.shell.features;

import dev.dovetail.shell.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Says why there is nothing to see, and what to do about it. */
final class EmptyState extends VBox {

    private EmptyState(String icon, String title, String text) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        StackPane mark = new StackPane(Icons.of(icon));
        mark.getStyleClass().add("empty-mark");
        Label head = new Label(title);
        head.getStyleClass().add("empty-title");
        Label body = new Label(text);
        body.getStyleClass().add("empty-text");
        body.setWrapText(true);
        body.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(mark, head, body);
    }

    static EmptyState noRepository() {
        return new EmptyState(
                "hard-drive",
                "No repository yet",
                "Features come from repositories. Start with one:\ndovetail run --repository URL");
    }

    static EmptyState nothingOnOffer() {
        return new EmptyState(
                "inbox", "Nothing on offer", "The repositories offer no feature yet. Check again a little later.");
    }

    static EmptyState none(FeatureFilter filter) {
        if (!filter.words().isEmpty()) {
            return new EmptyState(
                    "search", "No feature found", "Nothing matches “" + String.join(" ", filter.words()) + "”.");
        }
        return filter.kind() == FeatureFilter.Kind.UPDATES
                ? new EmptyState("check-circle", "Everything is up to date", "New versions show up here by themselves.")
                : new EmptyState(
                        "package", "Nothing installed yet", "Install a feature from All, or open it in the rail.");
    }
}
