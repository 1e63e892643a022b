package team.explorer.view;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The small parts that all of the view is made of. */
final class Parts {

    private Parts() {}

    static Button button(String id, String text, Icon icon, Runnable action, String... styles) {
        Button button = new Button(text, icon.node());
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run());
        return button;
    }

    static Button iconButton(String id, Icon icon, String says, Runnable action) {
        Button button = button(id, "", icon, action, "flat", "button-icon", "small");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        return button;
    }

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
