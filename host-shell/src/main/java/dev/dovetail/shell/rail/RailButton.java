package dev.dovetail.shell.rail;

import dev.dovetail.shell.theme.Hint;
import dev.dovetail.shell.theme.Icons;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** One button of the rail. */
final class RailButton extends Button {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final StackPane graphic = new StackPane();
    private Optional<Label> badge = Optional.empty();

    RailButton(String id, String icon, String tooltip) {
        setId(id);
        getStyleClass().setAll("rail-button");
        graphic.getChildren().add(Icons.of(icon));
        graphic.getStyleClass().add("rail-graphic");
        setGraphic(graphic);
        explain(tooltip);
    }

    private void explain(String text) {
        Hint.on(this, text, Duration.millis(350));
        setAccessibleText(text);
    }

    RailButton marked(RailEntry entry) {
        String state = entry.presence().name().toLowerCase(Locale.ROOT);
        getStyleClass().add(state);
        if (entry.presence() != RailEntry.Presence.INSTALLED) {
            StackPane dot = new StackPane(Icons.of(dotIcon(entry)));
            dot.getStyleClass().addAll("rail-dot", state);
            dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            StackPane.setAlignment(dot, Pos.BOTTOM_RIGHT);
            graphic.getChildren().add(dot);
        }
        return this;
    }

    private static String dotIcon(RailEntry entry) {
        return entry.presence() == RailEntry.Presence.AVAILABLE ? "arrow-down" : "arrow-up";
    }

    void badge(long count) {
        if (badge.isEmpty() && count > 0) {
            badge = Optional.of(newBadge());
        }
        badge.ifPresent(label -> {
            label.setText(Long.toString(count));
            label.setVisible(count > 0);
        });
    }

    private Label newBadge() {
        Label label = new Label();
        label.getStyleClass().add("rail-badge");
        label.setMouseTransparent(true);
        StackPane.setAlignment(label, Pos.TOP_RIGHT);
        graphic.getChildren().add(label);
        return label;
    }

    void selected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
