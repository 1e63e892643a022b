package dev.dovetail.shell.workbench;

import dev.dovetail.shell.session.WindowBounds;
import dev.dovetail.shell.theme.Icons;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window on the screen. JavaFX application thread only. */
final class ShellWindow {

    private static final double WIDEST = 1440;
    private static final double HIGHEST = 900;

    private final Stage stage = new Stage();
    private String icon = "layers";

    /** Makes the scene as large as the window will be: JavaFX would work out first how large it would like to be. */
    interface Dressing {
        Scene dress(double width, double height);
    }

    ShellWindow(Dressing dressing, Optional<WindowBounds> left, Runnable onClose, Runnable onMove) {
        stage.setTitle("Dovetail");
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        left.filter(ShellWindow::visible).ifPresentOrElse(this::place, this::placeAfresh);
        stage.setScene(dressing.dress(stage.getWidth(), stage.getHeight()));
        stage.setOnCloseRequest(asked -> {
            asked.consume();
            onClose.run();
        });
        stage.xProperty().addListener((x, was, is) -> onMove.run());
        stage.yProperty().addListener((y, was, is) -> onMove.run());
        stage.widthProperty().addListener((width, was, is) -> onMove.run());
        stage.heightProperty().addListener((height, was, is) -> onMove.run());
    }

    // A screen may have been unplugged since: at least a grip of the window must be on one.
    private static boolean visible(WindowBounds bounds) {
        return bounds.width() >= 320
                && bounds.height() >= 240
                && !Screen.getScreensForRectangle(bounds.x() + 40, bounds.y(), bounds.width() - 80, 40)
                        .isEmpty();
    }

    private void place(WindowBounds left) {
        Rectangle2D screen = Screen.getScreensForRectangle(left.x() + 40, left.y(), left.width() - 80, 40)
                .get(0)
                .getVisualBounds();
        WindowBounds bounds = left.on(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximized());
    }

    private void placeAfresh() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDEST, screen.getWidth()));
        stage.setHeight(Math.min(HIGHEST, screen.getHeight()));
        stage.centerOnScreen();
    }

    /** Shows the window, and says so once it was laid out. */
    void show(Runnable onLaidOut) {
        Scene scene = stage.getScene();
        Once once = new Once(scene, () -> {
            onLaidOut.run();
            drawIcon();
        });
        scene.addPostLayoutPulseListener(once);
        stage.show();
    }

    private static final class Once implements Runnable {
        private final Scene scene;
        private final Runnable task;

        Once(Scene scene, Runnable task) {
            this.scene = scene;
            this.task = task;
        }

        @Override
        public void run() {
            scene.removePostLayoutPulseListener(this);
            task.run();
        }
    }

    /** The window is one feature's. */
    void named(String title, String other) {
        stage.setTitle(title);
        icon = other;
        if (stage.isShowing()) {
            drawIcon();
        }
    }

    private void drawIcon() {
        StackPane logo = new StackPane(Icons.of(icon));
        logo.getStyleClass().addAll("logo", "window-icon");
        Scene studio = new Scene(logo, 64, 64, Color.TRANSPARENT);
        studio.getStylesheets().setAll(stage.getScene().getStylesheets());
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        stage.getIcons().setAll(logo.snapshot(clear, null));
    }

    WindowBounds bounds() {
        return new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    void close() {
        stage.setOnCloseRequest(null);
        stage.close();
    }
}
