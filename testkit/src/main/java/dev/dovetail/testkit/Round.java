package dev.dovetail.testkit;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.view.FxmlCache;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.LeftWindows;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.ViewFault;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Opens a view once and closes it, as the shell does when its feature is replaced. */
final class Round {

    private final Active feature;
    private final TestSurroundings surroundings;
    private final Memento memento;
    private final Values parameters;

    Round(Active feature, TestSurroundings surroundings, Memento memento, Values parameters) {
        this.feature = feature;
        this.surroundings = surroundings;
        this.memento = memento;
        this.parameters = parameters;
    }

    /** The view is in the window meanwhile, and whoever likes may work it. */
    void run(FeatureView view, Stage stage, Consumer<Node> whileOpen) throws Exception {
        ClassLoader loader = view.getClass().getClassLoader();
        OpenView open = Fx.call(() -> open(view, stage));
        Fx.pulses();
        try {
            var unused = Fx.call(() -> {
                whileOpen.accept(open.node());
                return true;
            });
            Fx.pulses();
        } finally {
            var unused = Fx.call(() -> close(open, stage, loader));
        }
        Fx.pulses();
        var unused = Fx.call(() -> {
            FxmlCache.forgetBundles();
            return true;
        });
    }

    /** The window; like the shell's, it is there before the first view and after the last. */
    static Stage stage() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new StackPane(), 960, 640));
        stage.show();
        return stage;
    }

    private OpenView open(FeatureView view, Stage stage) throws ViewFault {
        Owner owner = new Owner(feature.featureId(), feature.featureId());
        OpenView open = OpenView.open(
                new OpenView.Opening(
                        feature,
                        owner,
                        memento,
                        parameters,
                        Nesting.outermost(view.getClass().getName(), false),
                        () -> {},
                        (event, values) -> {}),
                new Lease<>(view, () -> {}),
                surroundings);
        StackPane root = root(stage);
        root.getChildren().setAll(List.of(open.node()));
        root.applyCss();
        root.layout();
        open.restored();
        return open;
    }

    private boolean close(OpenView open, Stage stage, ClassLoader loader) {
        var unused = open.save();
        root(stage).getChildren().clear();
        open.close();
        surroundings.end(feature);
        LeftWindows.hideThoseOf(stage.getScene(), type -> type.getClassLoader() == loader);
        return true;
    }

    private static StackPane root(Stage stage) {
        return (StackPane) stage.getScene().getRoot();
    }
}
