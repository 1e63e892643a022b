package dev.dovetail.launcher.boot;

import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/** The JavaFX toolkit, started on a thread of its own while the framework comes up. There is one to a process. */
public final class Toolkit {

    private static final long LIMIT_SECONDS = 30;
    private static final long END_LIMIT_MILLIS = 2_000;

    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final boolean headless;
    private final Preparation first;
    private final Runnable then;

    /** What has to be done before JavaFX is touched. */
    @FunctionalInterface
    public interface Preparation {
        /** @throws ProvisioningException when it fails; JavaFX is then not started */
        void run() throws ProvisioningException;
    }

    private Toolkit(boolean headless, Preparation first, Runnable then) {
        this.headless = headless;
        this.first = first;
        this.then = then;
    }

    /**
     * Begins to start the toolkit.
     *
     * @param headless whether to draw into memory instead of onto a display
     * @param first done on the toolkit's thread before anything else
     * @param then done on the JavaFX application thread before anything else
     * @return the toolkit on its way
     */
    public static Toolkit begin(boolean headless, Preparation first, Runnable then) {
        if (headless) {
            setUnlessSet("glass.platform", "Monocle");
            setUnlessSet("monocle.platform", "Headless");
            setUnlessSet("prism.order", "sw");
            setUnlessSet("headless.geometry", "1440x900-32");
        }
        Toolkit toolkit = new Toolkit(headless, first, then);
        Thread thread = new Thread(toolkit::start, "dovetail-toolkit");
        thread.setDaemon(true);
        thread.start();
        return toolkit;
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private void start() {
        try {
            first.run();
            Platform.startup(this::up);
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(this::up);
        } catch (ProvisioningException | RuntimeException | Error e) {
            started.completeExceptionally(e);
        }
    }

    private void up() {
        started.complete(null);
        then.run();
    }

    /** @return whether it draws into memory */
    public boolean headless() {
        return headless;
    }

    /**
     * Waits until the JavaFX application thread runs.
     *
     * @throws ProvisioningException when it can't be started, or what had to be done first failed
     */
    public void await() throws ProvisioningException {
        try {
            started.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            if (e.getCause() instanceof ProvisioningException expected) {
                throw expected;
            }
            throw new ApplyException(
                    "DT-START-004",
                    "JavaFX could not be started: " + e,
                    "Run it with --headless, or see the log for what the display lacks.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplyException("DT-START-004", "JavaFX could not be started: interrupted", "", e);
        }
    }

    /** Ends the toolkit; waits for it, but not for ever: its thread may be held up by a feature. */
    public static void end() {
        Thread thread = new Thread(Platform::exit, "dovetail-toolkit-end");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(END_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
