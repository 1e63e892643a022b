package dev.dovetail.it.architecture.violations.ours.provisioner;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.launcher.boot.StartsTheToolkit;

@Breaks(Wall.PROVISIONER_KNOWS_PORT_AND_TRUST_ALONE)
record NamesTheLauncher(StartsTheToolkit toolkit) {}
