package dev.dovetail.launcher.desktop;

import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Route;
import dev.dovetail.federation.Snapshot;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens views of a running Dovetail by their routes, from any thread but JavaFX's. */
public final class Routes {

    private static final long LIMIT_SECONDS = 300;

    private final Launcher launcher;

    /** @param launcher a running Dovetail, whose window can be used */
    public Routes(Launcher launcher) {
        this.launcher = launcher;
    }

    /**
     * Opens a view, brings the window to the front, and waits until the view is shown. What leads nowhere by what is known
     * of the repositories is tried again with what they say now.
     *
     * @param text a route
     * @throws FederationException when it is no route, leads nowhere, or its view can't be shown; the code says which
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void open(String text) throws FederationException, InterruptedException {
        Route route = Route.parse(text);
        if (!leads(route, launcher.federation().snapshot())) {
            check();
        }
        launcher.raise();
        try {
            launcher.awaitWorkbench().navigate(text).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw told(route, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw told(route, e);
        }
    }

    private static boolean leads(Route route, Snapshot known) {
        try {
            var unused = route.in(known);
            return true;
        } catch (FederationException e) {
            return false;
        }
    }

    // What a repository that can't be reached has to say is in the window; the route is judged by the others.
    private void check() throws InterruptedException {
        try {
            var unused = launcher.federation().check().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(Routes.class.getName())
                    .log(System.Logger.Level.WARNING, "The repositories could not be asked", e);
        }
    }

    private static FederationException told(Route route, Throwable fault) {
        return fault instanceof FederationException refused
                ? refused
                : new FederationException(
                        "DT-ROUTE-004",
                        "The view at " + route.path() + " could not be shown: " + fault.getMessage(),
                        "The window has its report; try again there.",
                        fault);
    }
}
