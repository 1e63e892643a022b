package dev.dovetail.it.architecture.violations.ours.shell.common;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;

@Breaks(Wall.PACKAGES_ARE_NAMED_AFTER_THEIR_TOPIC)
record InCommonGround() {}
