package dev.dovetail.provisioner.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Throws when it is started. */
public final class FailsToStart implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("the table is not laid");
    }

    @Override
    public void stop(BundleContext context) {
        // Never started.
    }
}
