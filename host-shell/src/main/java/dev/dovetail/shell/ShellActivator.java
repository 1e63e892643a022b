package dev.dovetail.shell;

import dev.dovetail.federation.Desktop;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Workbench;
import dev.dovetail.shell.services.FrameworkServices;
import dev.dovetail.shell.workbench.Shell;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** Starts the shell with the two services that the launcher registered before, and registers the workbench. */
public final class ShellActivator implements BundleActivator {

    private static final Duration SHOW_LIMIT = Duration.ofSeconds(10);
    // Less than what an instance may take in all: then it says what is missing.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Optional<Shell> shell = Optional.empty();
    private boolean active;

    @Override
    public synchronized void start(BundleContext context) throws BundleException {
        Shell next = new Shell(
                service(context, Federation.class),
                service(context, Desktop.class),
                new FrameworkServices(context, PATIENCE),
                Clock.system(ZoneId.systemDefault()),
                SHOW_LIMIT,
                context.getBundle().getVersion().toString(),
                workbench -> register(context, workbench));
        active = true;
        next.start();
        shell = Optional.of(next);
    }

    private static <T> T service(BundleContext context, Class<T> type) throws BundleException {
        ServiceReference<T> reference = context.getServiceReference(type);
        T service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new BundleException("Expected the launcher to register " + type.getName()
                    + " before the shell is started, found none.");
        }
        return service;
    }

    // The framework takes the registration back by itself when the bundle stops.
    private synchronized void register(BundleContext context, Workbench workbench) {
        if (active) {
            context.registerService(Workbench.class, workbench, null);
        }
    }

    // Not synchronized as a whole: the shell waits for JavaFX here, and register() must never wait for that.
    @Override
    public void stop(BundleContext context) {
        Optional<Shell> last;
        synchronized (this) {
            active = false;
            last = shell;
            shell = Optional.empty();
        }
        last.ifPresent(Shell::stop);
    }
}
