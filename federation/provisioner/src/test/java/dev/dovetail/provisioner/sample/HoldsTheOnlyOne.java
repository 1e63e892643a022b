package dev.dovetail.provisioner.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Takes something of which there is one in the process, as a port or a lock is, and fails where somebody has it. */
public final class HoldsTheOnlyOne implements BundleActivator {

    private static final String THE_ONLY_ONE = "dev.dovetail.the-only-one";

    @Override
    public void start(BundleContext context) {
        if (System.getProperties().putIfAbsent(THE_ONLY_ONE, "held") != null) {
            throw new IllegalStateException("it is held already");
        }
    }

    @Override
    public void stop(BundleContext context) {
        System.clearProperty(THE_ONLY_ONE);
    }
}
