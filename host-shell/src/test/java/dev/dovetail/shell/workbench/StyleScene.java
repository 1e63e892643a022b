package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;

import dev.dovetail.api.ViewContext;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.shell.fixture.NodeView;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** A window with a feature {@code loud} that styles what it can reach, and one {@code calm}. */
final class StyleScene implements AutoCloseable {

    final ShellFixture shell;

    /** @param loud what the loud feature's view is made of */
    StyleScene(Path directory, Function<ViewContext, Node> loud) throws Exception {
        shell = new ShellFixture(directory);
        shell.federation.offer(
                feature("loud", "Loud", "zap", "", "", new Installed("1.0.0")),
                feature("calm", "Calm", "moon", "", "", new Installed("1.0.0")));
        shell.services.view("loud.main", active -> new NodeView(loud));
        shell.services.view("calm.main", active -> new NodeView(context -> calm()));
        shell.start();
    }

    private static Node calm() {
        Region patch = new Region();
        patch.setId("calm-patch");
        patch.setStyle("-fx-background-color: -color-bg-default; -fx-min-height: 20;");
        Label label = new Label("calm");
        label.setId("calm-label");
        VBox box = new VBox(label, new Button("calm"), patch);
        box.setId("calm-root");
        return box;
    }

    static <P extends Parent> P dressed(P node, String rules) {
        node.getStylesheets().add(NodeView.sheet(rules));
        return node;
    }

    /** The colour that a node has been given. */
    static Color colour(Node node) {
        return ShellFixture.fx(() -> {
            node.getScene().getRoot().applyCss();
            return (Color) ((Region) node).getBackground().getFills().get(0).getFill();
        });
    }

    /** The theme's colour behind the views. */
    Color ground() {
        return colour(shell.node(".deck"));
    }

    @Override
    public void close() {
        shell.close();
    }
}
