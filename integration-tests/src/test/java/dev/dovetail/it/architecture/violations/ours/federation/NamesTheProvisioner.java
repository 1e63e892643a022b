package dev.dovetail.it.architecture.violations.ours.federation;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.provisioner.Provisioner;

@Breaks(Wall.PORT_KNOWS_NOBODY)
record NamesTheProvisioner(Provisioner provisioner) {}
