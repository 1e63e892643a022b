package team.charts.rehearsal;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.text.Font;

/** The JavaFX thread and the theme. */
public final class Screen {

    private static final long SECONDS = 20;

    private Screen() {}

    /** Starts JavaFX if it doesn't run yet; it stays until the tests' process ends. */
    public static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRuns) {
            started.countDown();
        }
        if (!started.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("JavaFX did not start within %d s".formatted(SECONDS));
        }
        Platform.setImplicitExit(false);
    }

    /**
     * @param dark whether the theme is dark
     */
    public static void theme(boolean dark) {
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        run(() -> {
            Application.setUserAgentStylesheet(sheet);
            return true;
        });
    }

    /**
     * @param folder has the fonts that the shell brings along, to see a board as people do
     */
    public static void fonts(Path folder) throws IOException {
        try (DirectoryStream<Path> fonts = Files.newDirectoryStream(folder, "*.otf")) {
            fonts.forEach(font -> Font.loadFont(font.toUri().toString(), 12));
        }
    }

    /**
     * @param <T> what comes of it
     * @param task runs on the JavaFX thread
     * @return what came of it
     */
    public static <T> T run(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        if (Platform.isFxApplicationThread()) {
            future.run();
        } else {
            Platform.runLater(future);
        }
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while JavaFX was busy", e);
        } catch (ExecutionException e) {
            throw new AssertionError("failed on the JavaFX thread: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX was busy for more than %d s".formatted(SECONDS), e);
        }
    }
}
