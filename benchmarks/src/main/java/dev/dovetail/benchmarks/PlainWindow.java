package dev.dovetail.benchmarks;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The least that shows the features' views on plain Felix: a window with one view above the other. */
final class PlainWindow {

    private final PlainFelix felix;
    private final Path data;
    private final Stage stage;
    private final StackPane root;
    private final Map<String, Shown> shown = new HashMap<>();
    private final ExecutorService background = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "plain-background");
        thread.setDaemon(true);
        return thread;
    });

    private PlainWindow(PlainFelix felix, Path data, Stage stage, StackPane root) {
        this.felix = felix;
        this.data = data;
        this.stage = stage;
        this.root = root;
    }

    static PlainWindow open(PlainFelix felix, Path data) throws InterruptedException {
        return Fx.call(() -> {
            StackPane root = new StackPane();
            Stage stage = new Stage();
            stage.setScene(new Scene(root, 1440, 900));
            stage.getScene().setUserAgentStylesheet(Application.getUserAgentStylesheet());
            stage.show();
            return new PlainWindow(felix, data, stage, root);
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Opens a view above the others and lays it out. Not on the JavaFX application thread. */
    void show(String viewId, Memento memento) throws InterruptedException {
        FeatureView view = felix.view(viewId);
        Fx.call(() -> {
            Node node = view.open(new Context(memento));
            root.getChildren().forEach(other -> other.setVisible(false));
            root.getChildren().add(node);
            root.applyCss();
            root.layout();
            view.restored();
            root.layout();
            shown.put(viewId, new Shown(view, node));
            return view;
        });
    }

    /** Replaces a bundle in place and opens its view again, with its state. */
    void update(Bundle bundle, byte[] jar, String viewId) throws BundleException, InterruptedException {
        Memento state = Fx.call(() -> {
            Shown old = Objects.requireNonNull(shown.get(viewId), viewId);
            Memento memento = old.view().save();
            root.getChildren().remove(old.node());
            old.view().close();
            return memento;
        });
        felix.update(bundle, jar);
        show(viewId, state);
    }

    private record Shown(FeatureView view, Node node) {}

    private final class Context implements ViewContext {

        private final Memento memento;

        private Context(Memento memento) {
            this.memento = memento;
        }

        @Override
        public Memento memento() {
            return memento;
        }

        @Override
        public void title(String title) {}

        @Override
        public CompletionStage<Void> show(String viewId, Memento parameters) {
            return CompletableFuture.runAsync(
                    () -> {
                        try {
                            PlainWindow.this.show(viewId, parameters);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    background);
        }

        @Override
        public CompletionStage<Void> navigate(String route) {
            return show(route.replaceFirst("/", "."), Memento.EMPTY);
        }

        @Override
        public Values parameters() {
            return Values.EMPTY;
        }

        @Override
        public Embedded embed(Embedding wish) {
            throw new UnsupportedOperationException("Views stand alone here, found: " + wish.viewId());
        }

        @Override
        public void emit(String event, Values values) {}

        @Override
        public void notify(Notice notice) {}

        @Override
        public <R extends AutoCloseable> R own(R resource) {
            return resource;
        }

        @Override
        public Path dataDirectory() {
            return data;
        }

        @Override
        public Executor ui() {
            return task -> {
                if (Platform.isFxApplicationThread()) {
                    task.run();
                } else {
                    Platform.runLater(task);
                }
            };
        }

        @Override
        public Executor background() {
            return background;
        }
    }
}
