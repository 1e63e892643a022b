package dev.dovetail.it.architecture.violations.ours.provisioner.apply;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import java.io.InputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

@Breaks(Wall.BUNDLES_ENTER_BY_TWO_DOORS)
record InstallsBeside(BundleContext context) {
    Bundle install(String location, InputStream bytes) throws BundleException {
        return context.installBundle(location, bytes);
    }
}
