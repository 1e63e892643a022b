package dev.dovetail.it.architecture.violations.ours.trust;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.provisioner.Provisioner;

@Breaks(Wall.TRUST_KNOWS_NOBODY)
record NamesTheProvisionerFromTrust(Provisioner provisioner) {}
