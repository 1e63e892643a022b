package dev.dovetail.it.architecture.violations.ours.provisioner.apply;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

@Breaks(Wall.NOTHING_UPDATES_A_BUNDLE_IN_PLACE)
record UpdatesInPlace(Bundle bundle) {
    void update() throws BundleException {
        bundle.update();
    }
}
