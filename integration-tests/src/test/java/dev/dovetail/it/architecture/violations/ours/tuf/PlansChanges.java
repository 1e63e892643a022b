package dev.dovetail.it.architecture.violations.ours.tuf;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.provisioner.Provisioner;

@Breaks(Wall.TUF_CLIENT_KNOWS_WHAT_THE_PRODUCT_FETCHES_WITH)
record PlansChanges(Provisioner provisioner) {}
