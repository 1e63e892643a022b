package dev.dovetail.it.architecture.violations.ours.publisher;

import dev.dovetail.it.architecture.violations.Allowed;
import org.osgi.framework.Version;

@Allowed
record SortsByVersion(Version version) {}
