package dev.dovetail.it.architecture.violations.ours.testkit;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.provisioner.Provisioner;

@Breaks(Wall.TESTKIT_KNOWS_WHERE_VIEWS_LIVE)
record InstallsWhatItTests(Provisioner provisioner) {}
