package dev.dovetail.it.architecture.violations.ours.api;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.federation.Federation;

@Breaks(Wall.API_KNOWS_NOBODY)
record NamesThePort(Federation federation) {}
