package dev.dovetail.it.architecture.violations.ours.provisioner;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import javafx.stage.Stage;

@Breaks(Wall.JAVAFX_STAYS_WHERE_THINGS_ARE_SHOWN)
record OpensWindows(Stage stage) {}
