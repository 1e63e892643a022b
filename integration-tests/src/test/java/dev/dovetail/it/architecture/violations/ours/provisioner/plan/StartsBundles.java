package dev.dovetail.it.architecture.violations.ours.provisioner.plan;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

@Breaks(Wall.FRAMEWORK_IS_CALLED_IN_FEW_PLACES)
record StartsBundles(Bundle bundle) {
    void start() throws BundleException {
        bundle.start();
    }
}
