package dev.dovetail.provisioner.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers one service, so that tests see whether its bundle's code ran. */
public final class StartsQuietly implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(
                CharSequence.class,
                context.getBundle().getSymbolicName() + " "
                        + context.getBundle().getVersion(),
                null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service back.
    }
}
