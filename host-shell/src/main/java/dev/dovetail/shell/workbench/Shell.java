package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Desktop;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Workbench;
import dev.dovetail.shell.session.Session;
import dev.dovetail.shell.session.SessionFile;
import dev.dovetail.shell.theme.Fonts;
import dev.dovetail.shell.threads.DaemonPool;
import dev.dovetail.shell.threads.FeaturePools;
import dev.dovetail.shell.threads.FxThread;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.FeatureServices;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.TimedServices;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The shell's life: window up, session back, and everything released at the end. {@link #start} returns before the window
 * is there; {@link #stop} waits for the JavaFX application thread, but not longer than a few seconds.
 */
public final class Shell {

    /** What the shell calls itself towards the desktop. */
    public static final String NAME = "dev.dovetail.shell";

    private static final System.Logger LOG = System.getLogger(Shell.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FxThread ui = new FxThread();
    private final DaemonPool background = new DaemonPool("dovetail-shell", Shell::logged);
    private final Federation federation;
    private final Desktop desktop;
    private final FeatureServices services;
    private final Clock clock;
    private final Duration showLimit;
    private final String version;
    private final Consumer<Workbench> onReady;
    // On the JavaFX application thread only: the window, between its beginning and its end.
    private Optional<LiveWindow> window = Optional.empty();
    private boolean stopped;

    /**
     * @param federation knows and brings features
     * @param desktop the process
     * @param services the features' services
     * @param clock the time
     * @param showLimit how long a feature may take to make an instance of a view, and a new version to show the views
     *     that it takes over
     * @param version Dovetail's own, for reports
     * @param onReady given the workbench once the window is up, on a thread of the shell
     */
    public Shell(
            Federation federation,
            Desktop desktop,
            FeatureServices services,
            Clock clock,
            Duration showLimit,
            String version,
            Consumer<Workbench> onReady) {
        this.federation = federation;
        this.desktop = desktop;
        this.services = new TimedServices(services, background, showLimit);
        this.clock = clock;
        this.showLimit = showLimit;
        this.version = version;
        this.onReady = onReady;
    }

    /** Brings the window up. Any thread. */
    public void start() {
        // Beside the window's making: nothing is styled before it is shown.
        CompletableFuture<Integer> fonts = CompletableFuture.supplyAsync(Fonts::load, background);
        SessionFile file = new SessionFile(desktop.dataDirectory(NAME), desktop.host());
        List<Toast> greetings = new ArrayList<>();
        Session session = read(file, greetings);
        ui.execute(() -> {
            if (!stopped) {
                open(file, session, greetings, fonts);
            }
        });
    }

    private static Session read(SessionFile file, List<Toast> greetings) {
        try {
            return file.read().orElse(Session.FRESH);
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "The last session could not be read; starting fresh", e);
            greetings.add(Toast.of(
                    Level.WARNING, "The last session could not be read, so nothing was reopened. " + e.getMessage()));
            return Session.FRESH;
        }
    }

    private void open(SessionFile file, Session session, List<Toast> greetings, CompletableFuture<Integer> fonts) {
        // What a task of a feature throws is caught before it comes here.
        FeaturePools pools = new FeaturePools((feature, fault) -> logged(fault));
        ShellWorld world =
                new ShellWorld(federation, desktop, services, clock, showLimit, ui, background, pools, version);
        LiveWindow live = new LiveWindow(world, file, session);
        window = Optional.of(live);
        int loaded = fonts.join();
        LOG.log(Logger.Level.DEBUG, "{0} fonts are there", loaded);
        live.show(
                () -> {
                    desktop.shown();
                    greetings.forEach(live.scene()::toast);
                    live.scene().rememberTheme();
                    live.restore();
                    Workbench workbench = live.scene().workbench();
                    background.execute(() -> onReady.accept(workbench));
                },
                this::leave);
    }

    // The person closed the window.
    private void leave() {
        List<Lease<?>> leases = close();
        background.execute(() -> {
            leases.forEach(Lease::close);
            desktop.exit();
        });
    }

    private List<Lease<?>> close() {
        List<Lease<?>> leases = window.map(LiveWindow::close).orElse(List.of());
        window = Optional.empty();
        return leases;
    }

    /** Saves the session, closes the views and the window, and releases everything. Any thread. */
    public void stop() {
        try {
            ui.call(
                            () -> {
                                stopped = true;
                                return close();
                            },
                            PATIENCE)
                    .forEach(Lease::close);
        } catch (TimeoutException e) {
            LOG.log(Logger.Level.WARNING, "The window did not answer; it closes when it can", e);
            ui.execute(this::closeLate);
        } catch (ExecutionException e) {
            LOG.log(Logger.Level.ERROR, "The window could not be closed properly", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            background.close();
        }
    }

    private void closeLate() {
        stopped = true;
        if (Platform.isFxApplicationThread()) {
            close();
        }
    }

    private static void logged(Throwable fault) {
        LOG.log(Logger.Level.ERROR, "Work in the background threw", fault);
    }
}
