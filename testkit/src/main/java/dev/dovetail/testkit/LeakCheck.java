package dev.dovetail.testkit;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import dev.dovetail.provisioner.heap.HeapDump;
import dev.dovetail.provisioner.heap.HeapPath;
import dev.dovetail.provisioner.heap.HeapWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.stage.Stage;

/**
 * Opens a view and closes it again a few times, each time with classes of its own, as the shell does when the feature is
 * replaced; and fails when they stay in memory, with the path of class and field from what holds on to them. What the
 * shell clears up behind a view is cleared up here too, by the same code. A check takes a second or two; one that fails
 * takes a few more, and writes a heap dump into the folder for temporary files meanwhile.
 *
 * <p>For one test at a time, and not on the JavaFX application thread.
 */
public final class LeakCheck {

    private static final int COLLECTIONS = 40;
    private static final long PAUSE_MILLIS = 50;

    private int rounds = 3;
    private Memento memento = Memento.EMPTY;
    private Values parameters = Values.EMPTY;
    private Consumer<Node> whileOpen = node -> {};

    LeakCheck() {}

    /**
     * @param number how often the view is opened and closed; 3 if nothing else is said
     * @return this
     */
    public LeakCheck rounds(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("Expected at least one round, found " + number);
        }
        rounds = number;
        return this;
    }

    /**
     * @param state what the view is opened with
     * @return this
     */
    public LeakCheck with(Memento state) {
        memento = state;
        return this;
    }

    /**
     * @param values what the view is asked to show
     * @return this
     */
    public LeakCheck with(Values values) {
        parameters = values;
        return this;
    }

    /**
     * @param deed done with the view's node while it is open, on the JavaFX application thread: what a person would do,
     *     such as pressing its buttons
     * @return this
     */
    public LeakCheck whileOpen(Consumer<Node> deed) {
        whileOpen = deed;
        return this;
    }

    /**
     * Checks a view of the test's own class path. The classes beside it, in the same folder or jar, are loaded anew with
     * it; all others are shared, as an API is.
     *
     * @param type the view, with a constructor without parameters
     * @throws Exception when the view throws
     * @throws AssertionError when its classes stay in memory
     */
    public void view(Class<? extends FeatureView> type) throws Exception {
        check(type.getName(), () -> ViewLoader.beside(type));
    }

    /**
     * Checks a view of a bundle, as it is released. What the bundle imports comes from the test's class path.
     *
     * @param jar the bundle
     * @param type the name of the view's class, with a constructor without parameters
     * @throws Exception when the view throws
     * @throws AssertionError when its classes stay in memory
     */
    public void bundle(Path jar, String type) throws Exception {
        check(type, () -> ViewLoader.of(jar));
    }

    private void check(String type, Callable<ViewLoader> loaders) throws Exception {
        Path folder = Files.createTempDirectory("leak-check");
        Stage stage = Fx.call(Round::stage);
        try {
            check(type, loaders, stage, folder);
        } finally {
            Fx.call(() -> {
                stage.hide();
                return stage;
            });
            delete(folder);
        }
    }

    private void check(String type, Callable<ViewLoader> loaders, Stage stage, Path folder) throws Exception {
        TestSurroundings surroundings = new TestSurroundings(Files.createDirectory(folder.resolve("data")));
        List<WatchedLoader> watched = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            watched.add(round(type, number, loaders.call(), stage, surroundings));
        }
        if (!surroundings.faults().isEmpty()) {
            throw new AssertionError(
                    type + " threw while it was open: " + surroundings.faults().get(0),
                    surroundings.faults().get(0));
        }
        if (!areGone(watched)) {
            requireNotHeld(type, watched, folder.resolve("heap.hprof"));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Nothing of the view is left on this thread when it returns. */
    private WatchedLoader round(String type, int number, ViewLoader loader, Stage stage, TestSurroundings surroundings)
            throws Exception {
        try (loader) {
            FeatureView view = Fx.call(() -> (FeatureView)
                    loader.loadClass(type).getDeclaredConstructor().newInstance());
            Active feature = new Active("feature-under-test", "1.0." + number, number);
            new Round(feature, surroundings, memento, parameters).run(view, stage, whileOpen);
        }
        return new WatchedLoader(loader, type + ", opened the " + number + ". time");
    }

    private static boolean areGone(List<WatchedLoader> watched) throws InterruptedException {
        for (int turn = 0; turn < COLLECTIONS && !watched.stream().allMatch(WatchedLoader::isGone); turn++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return watched.stream().allMatch(WatchedLoader::isGone);
    }

    // What only waits for memory to get short is no leak.
    private static void requireNotHeld(String type, List<WatchedLoader> watched, Path dump) throws IOException {
        HeapDump.write(dump);
        List<HeapPath> held = HeapWalk.of(dump, WatchedLoader.class).stream()
                .filter(path -> path.strength() == HeapPath.Strength.HELD)
                .toList();
        if (!held.isEmpty()) {
            throw new AssertionError("Expected the classes of " + type + " to leave memory once it was closed, but "
                    + held.size() + " of " + watched.size() + " stay. "
                    + String.join("\n", held.get(0).lines()));
        }
    }
}
