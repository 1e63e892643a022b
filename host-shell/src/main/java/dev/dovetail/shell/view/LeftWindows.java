package dev.dovetail.shell.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Windows that features open beside the shell's, and forget. JavaFX application thread only. */
public final class LeftWindows {

    private LeftWindows() {}

    /** Hides the popups that hang on a node of a view that goes. */
    static void hideThoseOn(Node view) {
        hide(window -> window instanceof PopupWindow popup
                && popup.getOwnerNode() != null
                && FocusMark.contains(view, popup.getOwnerNode()));
    }

    /**
     * Hides the windows that a version that goes has made: themselves, or something in them, is an object of its classes.
     *
     * @param shell the shell's own window stays
     * @param goes whether a class is one of that version
     */
    public static void hideThoseOf(Scene shell, Predicate<Class<?>> goes) {
        hide(window -> window != shell.getWindow() && isOf(window, goes));
    }

    private static void hide(Predicate<Window> which) {
        List.copyOf(Window.getWindows()).stream().filter(which).forEach(Window::hide);
    }

    private static boolean isOf(Window window, Predicate<Class<?>> goes) {
        Stream<Object> own = present(
                Optional.of(window),
                Optional.ofNullable(window.getUserData()),
                Optional.ofNullable(window.getOnHidden()),
                Optional.ofNullable(window.getOnHiding()),
                Optional.ofNullable(window.getOnShown()),
                Optional.ofNullable(window.getOnCloseRequest()));
        Stream<Object> within = window.getScene() == null
                ? Stream.of()
                : nodes(window.getScene().getRoot()).flatMap(LeftWindows::parts);
        return Stream.concat(own, within).anyMatch(object -> goes.test(object.getClass()));
    }

    /** A node, and what features usually put into one. */
    private static Stream<Object> parts(Node node) {
        Optional<EventHandler<ActionEvent>> action =
                node instanceof ButtonBase button ? Optional.ofNullable(button.getOnAction()) : Optional.empty();
        return present(
                Optional.of(node),
                Optional.ofNullable(node.getUserData()),
                Optional.ofNullable(node.getOnMouseClicked()),
                Optional.ofNullable(node.getOnMousePressed()),
                Optional.ofNullable(node.getOnKeyPressed()),
                action);
    }

    private static Stream<Object> present(Optional<?>... parts) {
        return Stream.of(parts).<Object>flatMap(Optional::stream);
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(LeftWindows::nodes))
                : Stream.of(node);
    }
}
