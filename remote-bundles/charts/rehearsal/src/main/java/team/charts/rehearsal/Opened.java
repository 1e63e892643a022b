package team.charts.rehearsal;

import dev.dovetail.api.FeatureView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import team.charts.desk.PngFile;
import team.charts.plot.Png;

/** A board in a window of its own. Called from the test's thread. */
public final class Opened implements AutoCloseable {

    private final FeatureView view;
    private final Stage stage;

    private Opened(FeatureView view, Stage stage) {
        this.view = view;
        this.stage = stage;
    }

    /**
     * @param view the board
     * @param context what it is opened with
     * @param width the window's width
     * @param height its height
     * @return the open board, drawn
     */
    public static Opened open(FeatureView view, Context context, int width, int height) {
        Opened opened = Screen.run(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene((Parent) view.open(context), width, height));
            stage.show();
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            view.restored();
            return new Opened(view, stage);
        });
        opened.settle();
        return opened;
    }

    /** Waits until what was asked for is drawn: everything goes through the JavaFX thread, in order. */
    public void settle() {
        for (int i = 0; i < 3; i++) {
            Screen.run(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                return true;
            });
        }
    }

    /**
     * @param <T> its type
     * @param selector a selector
     * @param type its type
     * @return the first node it selects
     */
    public <T extends Node> T find(String selector, Class<T> type) {
        Node node = Screen.run(() -> stage.getScene().lookup(selector));
        if (!type.isInstance(node)) {
            throw new AssertionError("expected %s at %s, found: %s".formatted(type.getSimpleName(), selector, node));
        }
        return type.cast(node);
    }

    /**
     * @param selector a selector
     * @return how many nodes it selects
     */
    public int count(String selector) {
        return Screen.run(() -> stage.getScene().getRoot().lookupAll(selector).size());
    }

    /**
     * @param <T> what comes of it
     * @param act done on the JavaFX thread, and what follows from it waited for
     * @return what came of it
     */
    public <T> T does(Callable<T> act) {
        T result = Screen.run(act);
        settle();
        return result;
    }

    /** @return a picture of the window */
    public Png picture() {
        WritableImage image = Screen.run(() -> stage.getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Png(width, height, pixels);
    }

    /** @param file where a picture of the window goes, for people to look at */
    public void picture(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            PngFile.write(picture(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Screen.run(() -> {
            view.close();
            stage.close();
            return true;
        });
    }
}
