package dev.dovetail.it.architecture.violations.ours.launcher.boot;

import dev.dovetail.it.architecture.violations.Allowed;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

@Allowed
record EmbeddedFramework(BundleContext context) {
    Bundle install(String location) throws BundleException {
        return context.installBundle(location);
    }
}
