package dev.dovetail.provisioner.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs inside of the installation, if it is let in. */
public final class ExtendsTheFramework implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(Appendable.class, new StringBuilder("an extension ran"), null);
    }

    @Override
    public void stop(BundleContext context) {}
}
