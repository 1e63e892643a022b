package dev.dovetail.benchmarks;

import atlantafx.base.theme.PrimerLight;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.Holdup;
import dev.dovetail.shell.guard.Suspects;
import dev.dovetail.shell.guard.Watchdog;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.ViewFault;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Scrolls a table up and down: within a guarded pane and watched, as the shell has it, and in a pane of JavaFX's own.
 * Says how many milliseconds of CPU the JavaFX application thread takes for each, in turns.
 */
public final class TimedScrolling {

    private static final int WARM_UP = 4;
    private static final int TASKS = 20;
    private static final int STEPS = 10;
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 760;

    private final Calls calls = new Calls();
    private final StackPane deck = new StackPane();
    private final Scene scene = new Scene(deck, WIDTH, HEIGHT);
    private final Thread thread = Thread.currentThread();

    private record Guarded(OpenView view, Watchdog watchdog) {}

    private TimedScrolling() {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    /** @param arguments how many rounds are measured */
    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("javafx").setLevel(Level.OFF);
        Platform.startup(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        try {
            measure(Integer.parseInt(arguments[0]));
        } finally {
            // Whatever happened: its parent waits for the end of the process.
            Platform.exit();
        }
    }

    private static void measure(int rounds) throws InterruptedException {
        TimedScrolling scrolling = Fx.call(TimedScrolling::new);
        for (int round = -WARM_UP; round < rounds; round++) {
            boolean guardedFirst = round % 2 == 0;
            double first = guardedFirst ? scrolling.guarded() : scrolling.bare();
            double second = guardedFirst ? scrolling.bare() : scrolling.guarded();
            if (round >= 0) {
                tell(guardedFirst ? first : second, guardedFirst ? second : first);
            }
        }
    }

    @SuppressWarnings("SystemOut") // How its parent learns of it.
    private static void tell(double guarded, double bare) {
        System.out.println("guarded " + guarded);
        System.out.println("bare " + bare);
    }

    private double guarded() throws InterruptedException {
        Guarded guarded = Fx.call(() -> new Guarded(open(), watch()));
        try {
            return scroll(guarded.view().node());
        } finally {
            guarded.watchdog().close();
        }
    }

    private double bare() throws InterruptedException {
        return scroll(Fx.call(() -> new StackPane(BigTable.make())));
    }

    private OpenView open() throws ViewFault {
        OpenView.Opening opening = new OpenView.Opening(
                new Active("tables", "1.0.0", 1),
                new Owner("tables", "Tables"),
                Memento.EMPTY,
                Values.EMPTY,
                Nesting.outermost("tables.main", false),
                () -> {},
                (event, values) -> {});
        OpenView view = OpenView.open(opening, new Lease<>(new Table(), () -> {}), new Nowhere(calls));
        deck.getChildren().setAll(view.node());
        view.restored();
        return view;
    }

    private Watchdog watch() {
        Watchdog.Watched watched =
                new Watchdog.Watched(thread, Platform::runLater, calls, new Suspects(List::of), System::nanoTime);
        return Watchdog.over(watched, Watchdog.Limits.USUAL, new Silent());
    }

    /** In tasks of a few milliseconds, so that pulses and the watchdog come in between as they do with a person. */
    private double scroll(Node content) throws InterruptedException {
        TableView<?> table = Fx.call(() -> {
            deck.getChildren().setAll(content);
            deck.applyCss();
            deck.layout();
            return Fx.find(scene, ".table-view", TableView.class).orElseThrow();
        });
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getThreadCpuTime(thread.getId());
        for (int n = 0; n < TASKS; n++) {
            double way = n < TASKS / 2 ? -1 : 1;
            boolean unused = Fx.call(() -> step(table, way));
        }
        return (threads.getThreadCpuTime(thread.getId()) - before) / 1e6;
    }

    private boolean step(TableView<?> table, double way) {
        Node target = Optional.ofNullable(table.lookup(".table-row-cell")).orElse(table);
        for (int n = 0; n < STEPS; n++) {
            Event.fireEvent(target, wheel(40 * way));
            deck.applyCss();
            deck.layout();
        }
        return true;
    }

    private static ScrollEvent wheel(double by) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                WIDTH / 2,
                HEIGHT / 2,
                WIDTH / 2,
                HEIGHT / 2,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                by,
                0,
                by,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** A view that is a table. */
    private static final class Table implements FeatureView {
        @Override
        public Node open(ViewContext context) {
            return BigTable.make();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** The thread is busy on purpose. */
    private static final class Silent implements Watchdog.Listener {
        @Override
        public void noticed(Holdup holdup) {
            // Its stack was taken, which is the work.
        }

        @Override
        public void lasting(Holdup holdup) {
            // The same.
        }

        @Override
        public void over(Holdup holdup) {
            // Nobody asks.
        }
    }
}
