package dev.dovetail.it.architecture.violations.ours.publisher;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.launcher.boot.StartsTheToolkit;

@Breaks(Wall.PUBLISHER_KNOWS_TRUST_AND_THE_CLIENT_ALONE)
record NamesTheLauncherFromATeam(StartsTheToolkit toolkit) {}
