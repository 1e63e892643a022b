package dev.dovetail.shell.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/**
 * Where the keyboard was, with the caret, so that it can be put back when something took it meanwhile.
 *
 * @param owner the node that had it
 * @param anchor the selection's fixed end in a text field, else 0
 * @param caret the caret in a text field, else 0
 */
public record FocusMark(Optional<Node> owner, int anchor, int caret) {

    /**
     * @param scene has the keyboard
     * @return where it is now
     */
    public static FocusMark of(Scene scene) {
        Node owner = scene.getFocusOwner();
        return owner instanceof TextInputControl text
                ? new FocusMark(Optional.of(owner), text.getAnchor(), text.getCaretPosition())
                : new FocusMark(Optional.ofNullable(owner), 0, 0);
    }

    boolean isInside(Node ancestor) {
        return owner.filter(node -> contains(ancestor, node)).isPresent();
    }

    /** @param scene gets the keyboard back to where it was */
    public void putBack(Scene scene) {
        owner.filter(node -> node.getScene() == scene && scene.getFocusOwner() != node)
                .ifPresent(this::focus);
    }

    // Getting the focus selects a field's whole text, so the caret comes afterwards.
    private void focus(Node node) {
        node.requestFocus();
        if (node instanceof TextInputControl text) {
            text.selectRange(anchor, caret);
        }
    }

    static boolean contains(Node ancestor, Node node) {
        if (node == ancestor) {
            return true;
        }
        Parent parent = node.getParent();
        return parent != null && contains(ancestor, parent);
    }
}
