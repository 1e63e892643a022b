package dev.dovetail.it.architecture.violations.ours.shell.rail;

import dev.dovetail.it.architecture.violations.Allowed;
import dev.dovetail.it.architecture.violations.ours.federation.Federation;

@Allowed
record NamesThePortOnly(Federation federation) {}
