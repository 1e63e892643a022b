package dev.dovetail.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;

/** What a benchmark does on the JavaFX application thread, from another one. */
final class Fx {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GLANCE_MILLIS = 10;

    private Fx() {}

    static <T> T call(Callable<T> task) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The window could not be asked", e.getCause());
        }
    }

    static <T extends Node> T await(Scene scene, String selector, Class<T> type, Predicate<T> looks)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = call(() -> find(scene, selector, type).filter(looks));
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new IllegalStateException("Expected " + selector + " in the window within " + PATIENCE);
    }

    static <T extends Node> Optional<T> find(Scene scene, String selector, Class<T> type) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    static void press(Scene scene, String selector) throws InterruptedException {
        ButtonBase button = await(scene, selector, ButtonBase.class, node -> !node.isDisabled());
        Platform.runLater(button::fire);
    }
}
