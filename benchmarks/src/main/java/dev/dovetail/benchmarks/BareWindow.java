package dev.dovetail.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least a JavaFX program can be: one window with one label. Says when it was laid out, and waits to be ended. */
public final class BareWindow {

    static final String TRAINING = "train";

    private BareWindow() {}

    /** @param arguments {@value #TRAINING} to end by itself at once, else none */
    public static void main(String[] arguments) {
        boolean training = List.of(arguments).contains(TRAINING);
        // What JavaFX says of the class path costs time that a bare window doesn't have to spend.
        Logger.getLogger("javafx").setLevel(Level.OFF);
        Platform.startup(() -> open(training));
    }

    private static void open(boolean training) {
        Scene scene = new Scene(new StackPane(new Label("A bare window")), 1440, 900);
        Stage stage = new Stage();
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(new LaidOut(scene, training));
        stage.show();
    }

    private record LaidOut(Scene scene, boolean training) implements Runnable {
        @Override
        @SuppressWarnings("SystemOut") // How its parent learns of it.
        public void run() {
            scene.removePostLayoutPulseListener(this);
            Instant now = Instant.now();
            Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
            System.out.println(now + " " + cpu.toMillis());
            if (training) {
                Platform.runLater(Platform::exit);
            }
        }
    }
}
