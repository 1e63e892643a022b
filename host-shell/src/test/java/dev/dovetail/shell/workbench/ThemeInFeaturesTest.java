package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.ViewContext;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Modality;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell's colours can be looked up wherever a feature has nodes, and follow the theme while they are there. */
class ThemeInFeaturesTest {

    private static final String RULES = ".mine { -fx-background-color: -color-bg-default; }";

    private final Path directory;
    private final Region bySheet = patch();
    private final Region byStyle = patch();
    private final VBox box = new VBox(bySheet, byStyle);

    ThemeInFeaturesTest(@TempDir Path directory) {
        this.directory = directory;
        ShellFixture.toolkit();
    }

    private static Region patch() {
        Region patch = new Region();
        patch.setMinSize(40, 20);
        return patch;
    }

    private Function<ViewContext, Node> loud(Consumer<Button> opener) {
        return context -> {
            bySheet.getStyleClass().add("mine");
            byStyle.setStyle("-fx-background-color: -color-bg-default;");
            Button button = new Button("Open");
            button.setId("opener");
            button.setOnAction(pressed -> opener.accept(button));
            VBox view = new VBox(button);
            view.getStylesheets().add(dev.dovetail.shell.fixture.NodeView.sheet(RULES));
            return view;
        };
    }

    /** Has the feature put its patches somewhere, and changes the theme while they are there, and back. */
    private void follows(boolean withSheet, Consumer<Button> opener) throws Exception {
        try (StyleScene scene = new StyleScene(directory, loud(opener))) {
            scene.shell.show("loud.main");
            scene.shell.node("#opener");
            ShellFixture.run(() -> ((Button) scene.shell.scene().lookup("#opener")).fire());
            ShellFixture.until("the patches", () -> ShellFixture.fx(() -> box.getScene() != null));
            Color before = scene.ground();
            assertPatches(withSheet, before);

            scene.shell.fire("#theme-toggle");
            Color after = scene.ground();
            assertThat(after).isNotEqualTo(before);
            assertPatches(withSheet, after);

            scene.shell.fire("#theme-toggle");
            assertPatches(withSheet, before);
            ShellFixture.run(() -> {
                if (box.getScene().getWindow() != scene.shell.scene().getWindow()) {
                    box.getScene().getWindow().hide();
                }
            });
        }
    }

    private void assertPatches(boolean withSheet, Color expected) {
        assertThat(StyleScene.colour(byStyle)).isEqualTo(expected);
        if (withSheet) {
            assertThat(StyleScene.colour(bySheet)).isEqualTo(expected);
        }
    }

    @Test
    void inItsView() throws Exception {
        follows(true, button -> ((VBox) button.getParent()).getChildren().add(box));
    }

    @Test
    void inAMenu() throws Exception {
        follows(true, button -> {
            ContextMenu menu = new ContextMenu(new CustomMenuItem(box));
            menu.setAutoHide(false);
            menu.show(button, 100, 100);
        });
    }

    /** A bare popup is styled by the window alone: the view's sheet doesn't reach it, the colours do. */
    @Test
    void inAPopup() throws Exception {
        follows(false, button -> {
            Popup popup = new Popup();
            popup.getContent().add(box);
            popup.show(button, 100, 100);
        });
    }

    @Test
    void inADialog() throws Exception {
        follows(false, button -> {
            Dialog<ButtonType> dialog = new Dialog<>();
            dialog.initOwner(button.getScene().getWindow());
            dialog.initModality(Modality.NONE);
            dialog.getDialogPane().setContent(box);
            dialog.getDialogPane().getButtonTypes().add(ButtonType.OK);
            dialog.show();
        });
    }

    @Test
    void inAWindowOfItsOwn() throws Exception {
        follows(false, button -> {
            Stage stage = new Stage();
            stage.initOwner(button.getScene().getWindow());
            stage.setScene(new Scene(box));
            stage.show();
        });
    }

    @Test
    void inATabThatIsBehindAnotherMeanwhile() throws Exception {
        try (StyleScene scene = new StyleScene(
                directory,
                loud(button -> ((VBox) button.getParent()).getChildren().add(box)))) {
            scene.shell.show("loud.main");
            scene.shell.fire("#opener");
            scene.shell.show("calm.main");
            scene.shell.fire("#theme-toggle");
            scene.shell.show("loud.main");

            assertPatches(true, scene.ground());
        }
    }
}
