package dev.dovetail.it.architecture.violations.ours.shell.rail;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import org.osgi.framework.BundleContext;

@Breaks(Wall.FRAMEWORK_IS_CALLED_IN_FEW_PLACES)
record LooksForBundles(BundleContext context) {}
