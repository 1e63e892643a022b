package dev.dovetail.it.endtoend.driven;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Types into a text area, key by key as the system tells of them, while other things happen. */
final class Typist implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 25;

    private final TextArea area;
    private final Thread thread = new Thread(this::type, "typist");
    private volatile boolean ended;
    // On JavaFX's thread only.
    private int typed;

    /** @param area has the keyboard, and is empty */
    Typist(TextArea area) {
        this.area = area;
        thread.setDaemon(true);
        thread.start();
    }

    private void type() {
        try {
            while (!ended) {
                FutureTask<Integer> stroke = new FutureTask<>(this::stroke);
                Platform.runLater(stroke);
                stroke.get();
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The robot could not type", e);
        }
    }

    private int stroke() {
        new Robot().keyType(KeyCode.A);
        typed++;
        return typed;
    }

    /** Stops typing; answers how many keys were typed and how many have arrived. */
    String end() throws InterruptedException, ExecutionException {
        close();
        thread.join();
        // What was told of last is on its way.
        Thread.sleep(500);
        FutureTask<String> count = new FutureTask<>(
                () -> typed + " " + area.getText().chars().filter(c -> c == 'a').count());
        Platform.runLater(count);
        return count.get();
    }

    @Override
    public void close() {
        ended = true;
    }
}
