package dev.dovetail.it.endtoend.driven;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

/** A hand on the window and an eye on it. Not on the JavaFX application thread. */
final class Window {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long GLANCE_MILLIS = 10;

    private final Map<String, Node> marked = new HashMap<>();
    private Optional<Typist> typist = Optional.empty();
    private Optional<PulseProbe> probe = Optional.empty();

    /** Waits for a button that can be pressed, and presses it. */
    String press(String selector) throws InterruptedException, ExecutionException {
        until(selector + " to press", () -> find(selector)
                .filter(ButtonBase.class::isInstance)
                .filter(button -> !button.isDisabled())
                .map(button -> {
                    ((ButtonBase) button).fire();
                    return "";
                }));
        return "";
    }

    /** Waits until a node is in the window and shows a text, and answers with its whole text. */
    String await(String selector, String part) throws InterruptedException, ExecutionException {
        return until(selector + " with " + part, () -> all(selector)
                .map(Window::text)
                .filter(text -> text.contains(part))
                .findFirst());
    }

    /** Whether a node is in the window and shown, as all around it is. */
    boolean isVisible(String selector) throws InterruptedException, ExecutionException {
        return onFx(() -> find(selector).filter(Window::isShown).isPresent());
    }

    String awaitGone(String selector) throws InterruptedException, ExecutionException {
        return until("no " + selector, () -> find(selector).isPresent() ? Optional.empty() : Optional.of(""));
    }

    String type(String selector, String text) throws InterruptedException, ExecutionException {
        return until(selector + " to write in", () -> find(selector).map(field -> {
            ((TextInputControl) field).setText(text);
            return "";
        }));
    }

    /** Remembers which node this is. */
    String mark(String selector) throws InterruptedException, ExecutionException {
        return until(selector, () -> find(selector).map(node -> {
            marked.put(selector, node);
            return "";
        }));
    }

    /** Whether it still is the same node, in the window. */
    boolean isMarked(String selector) throws InterruptedException, ExecutionException {
        return onFx(() ->
                find(selector).filter(node -> node == marked.get(selector)).isPresent());
    }

    /** Empties a text area, gives it the keyboard, and types into it until told to stop. */
    String beginTyping(String selector) throws InterruptedException, ExecutionException {
        typist =
                Optional.of(until(selector + " to type in", () -> find(selector).map(node -> {
                    TextArea area = (TextArea) node;
                    area.clear();
                    area.requestFocus();
                    return new Typist(area);
                })));
        return "";
    }

    String endTyping() throws InterruptedException, ExecutionException {
        return typist.orElseThrow().end();
    }

    /** Looks after each pulse whether a view is there, known by a text in it. */
    String probe(String selector, String label) throws InterruptedException, ExecutionException {
        probe = Optional.of(
                until(selector, () -> find(selector).map(view -> new PulseProbe(view.getScene(), selector, label))));
        return "";
    }

    String probed() throws InterruptedException, ExecutionException {
        return onFx(() -> probe.orElseThrow().end());
    }

    private static Optional<Node> find(String selector) {
        return all(selector).findFirst();
    }

    private static Stream<Node> all(String selector) {
        return javafx.stage.Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static String text(Node node) {
        if (node instanceof TextInputControl field) {
            return field.getText();
        } else if (node instanceof ToggleButton toggle) {
            return toggle.isSelected() ? "selected" : "not selected";
        } else if (node instanceof Labeled label) {
            return label.getText();
        } else if (node instanceof ComboBoxBase<?> box) {
            return String.valueOf(box.getValue());
        } else if (node instanceof TableView<?> table) {
            ObservableList<?> rows = table.getItems();
            return rows.size() + " rows";
        }
        return "";
    }

    private static <T> T until(String what, Callable<Optional<T>> look)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = onFx(look);
            if (seen.isPresent()) {
                return seen.get();
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new IllegalStateException("Expected " + what + " in the window within " + PATIENCE.toSeconds() + " s");
    }

    private static <T> T onFx(Callable<T> look) throws InterruptedException, ExecutionException {
        CompletableFuture<T> seen = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                seen.complete(look.call());
            } catch (Exception e) {
                seen.completeExceptionally(e);
            }
        });
        return seen.get();
    }
}
