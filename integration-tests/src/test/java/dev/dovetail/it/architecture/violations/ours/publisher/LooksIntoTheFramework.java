package dev.dovetail.it.architecture.violations.ours.publisher;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import org.osgi.framework.Bundle;

@Breaks(Wall.FRAMEWORK_IS_CALLED_IN_FEW_PLACES)
record LooksIntoTheFramework(Bundle bundle) {}
