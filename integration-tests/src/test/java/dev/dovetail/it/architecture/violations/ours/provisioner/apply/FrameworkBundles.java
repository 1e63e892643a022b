package dev.dovetail.it.architecture.violations.ours.provisioner.apply;

import dev.dovetail.it.architecture.violations.Allowed;
import java.io.InputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

@Allowed
record FrameworkBundles(BundleContext context) {
    Bundle install(String location, InputStream bytes) throws BundleException {
        return context.installBundle(location, bytes);
    }
}
