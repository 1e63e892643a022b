package dev.dovetail.it.architecture.violations.ours.launcher.cli;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

@Breaks(Wall.BUNDLES_ENTER_BY_TWO_DOORS)
record InstallsOnCommand(BundleContext context) {
    interface Door {
        Object open(String location) throws BundleException;
    }

    Stream<Door> doors() {
        return Stream.of(context::installBundle);
    }
}
