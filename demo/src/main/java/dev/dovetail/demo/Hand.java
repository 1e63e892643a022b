package dev.dovetail.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;

/** A hand on the window: finds what a person would see, waits for it, and presses it. Not on the JavaFX thread. */
final class Hand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GLANCE_MILLIS = 20;

    /** Waits until a node is in the window and looks as expected. */
    <T extends Node> T await(String selector, Class<T> type, Predicate<T> looks) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = onFx(() -> find(selector, type).filter(looks));
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new StoryException("Expected " + selector + " in the window within " + PATIENCE.toSeconds() + " s");
    }

    /** Waits until something that no single node shows is so. */
    void awaitThat(String what, Callable<Boolean> holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!onFx(holds)) {
            StoryException.require(System.nanoTime() < end, what + " within " + PATIENCE.toSeconds() + " s");
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    <T extends Node> T await(String selector, Class<T> type) throws InterruptedException {
        return await(selector, type, node -> true);
    }

    /** Waits for a button and presses it. */
    void press(String selector) throws InterruptedException {
        ButtonBase button = await(selector, ButtonBase.class, node -> !node.isDisabled());
        Platform.runLater(button::fire);
    }

    private static <T extends Node> Optional<T> find(String selector, Class<T> type) {
        return Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    <T> T onFx(Callable<T> work) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new StoryException("The window could not be asked: " + e.getCause());
        }
    }
}
