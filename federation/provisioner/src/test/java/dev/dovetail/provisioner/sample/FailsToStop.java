package dev.dovetail.provisioner.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Throws when it is stopped. */
public final class FailsToStop implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        // Starting is not the problem.
    }

    @Override
    public void stop(BundleContext context) {
        throw new IllegalStateException("the guests won't leave");
    }
}
