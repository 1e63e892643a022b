package dev.dovetail.it.architecture.violations.ours.launcher.cli;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import javafx.scene.control.Dialog;

@Breaks(Wall.JAVAFX_STAYS_WHERE_THINGS_ARE_SHOWN)
record AsksInAWindow(Dialog<String> dialog) {}
