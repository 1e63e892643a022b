package dev.dovetail.it.architecture.violations.teams.explorer.view;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.federation.Federation;

@Breaks(Wall.FEATURES_KNOW_THE_API_ALONE)
record NamesThePortFromAFeature(Federation federation) {}
