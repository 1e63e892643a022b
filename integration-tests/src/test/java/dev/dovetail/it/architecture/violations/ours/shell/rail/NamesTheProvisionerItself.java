package dev.dovetail.it.architecture.violations.ours.shell.rail;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.provisioner.Provisioner;

@Breaks(Wall.SHELL_KNOWS_API_AND_PORT_ALONE)
record NamesTheProvisionerItself(Provisioner provisioner) {}
