package team.explorer.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.dovetail.api.Memento;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import team.explorer.tables.Workspace;

/** A window without any shell around it, in which a test opens the view. */
final class Stage implements AutoCloseable {

    private static final CountDownLatch STARTED = new CountDownLatch(1);

    static {
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Optional.ofNullable(System.getProperty("test.fonts")).map(Path::of).ifPresent(Stage::loadFonts);
            STARTED.countDown();
        });
    }

    final Workspace workspace = new Workspace();
    final Shell shell = new Shell();
    final Dialogs dialogs = new Dialogs();
    private final StackPane root = new StackPane();
    private final javafx.stage.Stage window;
    private ExplorerView view = new ExplorerView(workspace, dialogs);

    Stage(int width, int height) throws Exception {
        STARTED.await(30, TimeUnit.SECONDS);
        window = fx(() -> {
            theme(new PrimerLight());
            root.setStyle("-fx-font-family: Inter; -fx-font-size: 13px");
            javafx.stage.Stage stage = new javafx.stage.Stage();
            stage.setScene(new Scene(root, width, height));
            stage.show();
            return stage;
        });
    }

    /** Opens the view as the shell does: node into the window, laid out, restored. */
    void open(Memento memento) throws Exception {
        fx(() -> {
            shell.memento = memento;
            root.getChildren().setAll(view.open(shell));
            root.applyCss();
            root.layout();
            view.restored();
            return null;
        });
    }

    Memento save() throws Exception {
        return fx(view::save);
    }

    /** Replaces the view by another instance with what the first one saved, as an update does. */
    void replace() throws Exception {
        fx(() -> {
            ExplorerView next = new ExplorerView(workspace, dialogs);
            shell.memento = view.save();
            Node node = next.open(shell);
            root.getChildren().add(node);
            root.applyCss();
            root.layout();
            next.restored();
            root.getChildren().remove(0);
            view.close();
            view = next;
            return null;
        });
    }

    /** Waits until it is there. */
    <T extends Node> T find(String id, Class<T> type) throws Exception {
        until("“" + id + "” is shown", () -> root.lookupAll("#" + id).stream().anyMatch(Stage::shown));
        return fx(() -> Stream.of(root.lookupAll("#" + id).toArray(Node[]::new))
                .filter(Stage::shown)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is shown with the id " + id)));
    }

    boolean shows(String id) throws Exception {
        return fx(() -> root.lookupAll("#" + id).stream().anyMatch(Stage::shown));
    }

    void theme(Theme theme) {
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    void dark() throws Exception {
        fx(() -> {
            theme(new PrimerDark());
            return null;
        });
    }

    void until(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain until " + what);
            }
            Thread.sleep(10);
        }
    }

    /** Leaves a picture in {@code target/pictures}, to be looked at. */
    void picture(String name) throws Exception {
        Thread.sleep(150);
        BufferedImage picture = fx(() -> {
            WritableImage image = root.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            copy.setRGB(0, 0, width, height, pixels, 0, width);
            return copy;
        });
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }

    @Override
    public void close() {
        try {
            fx(() -> {
                view.close();
                window.close();
                return null;
            });
        } catch (Exception e) {
            throw new AssertionError("The view could not be closed", e);
        }
        shell.close();
        workspace.close();
    }

    static <T> T fx(Callable<T> work) throws Exception {
        if (Platform.isFxApplicationThread()) {
            return work.call();
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    private static boolean shown(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (!parent.isVisible()) {
                return false;
            }
        }
        return node.isVisible();
    }

    private static void loadFonts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().matches(".*\\.(otf|ttf)"))
                    .forEach(file -> Font.loadFont(file.toUri().toString(), 13));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dialogs that answer at once. */
    static final class Dialogs implements FileDialogs {

        List<Path> toOpen = List.of();
        Optional<Path> toSave = Optional.empty();

        @Override
        public List<Path> open(Window owner) {
            return toOpen;
        }

        @Override
        public Optional<Path> save(Window owner, String suggestion) {
            return toSave;
        }
    }
}
