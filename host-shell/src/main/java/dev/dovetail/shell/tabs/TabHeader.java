package dev.dovetail.shell.tabs;

import atlantafx.base.theme.Styles;
import dev.dovetail.shell.theme.Hint;
import dev.dovetail.shell.theme.Icons;
import dev.dovetail.shell.theme.NodeIds;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/** What is seen of a tab in the strip: icon, title, close. By keyboard: Enter or Space selects, Delete closes. */
public final class TabHeader extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Label title;

    /**
     * @param id the tab's id
     * @param icon its icon
     * @param text its title
     */
    public TabHeader(String id, String icon, String text) {
        setId(NodeIds.of("tab", id));
        getStyleClass().add("tab-header");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        title = new Label(text);
        title.getStyleClass().add("tab-title");
        getChildren().addAll(Icons.of(icon), title);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(text);
    }

    /** @param text the new title */
    public void title(String text) {
        title.setText(text);
        setAccessibleText(text);
    }

    /** @return the title */
    public String title() {
        return title.getText();
    }

    void selected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void onSelect(Runnable select) {
        addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, pressed -> {
            if (pressed.getButton() == MouseButton.PRIMARY) {
                select.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER || pressed.getCode() == KeyCode.SPACE) {
                select.run();
            }
        });
    }

    void onClose(Runnable close) {
        Button button = new Button(null, Icons.of("x"));
        button.getStyleClass().addAll(Styles.FLAT, "icon-button", "tab-close");
        button.setFocusTraversable(false);
        button.setAccessibleText("Close");
        Hint.on(button, "Close (Ctrl+W)");
        button.setOnAction(pressed -> close.run());
        getChildren().add(button);
        setOnMouseClicked(clicked -> {
            if (clicked.getButton() == MouseButton.MIDDLE) {
                close.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DELETE) {
                close.run();
            }
        });
    }
}
