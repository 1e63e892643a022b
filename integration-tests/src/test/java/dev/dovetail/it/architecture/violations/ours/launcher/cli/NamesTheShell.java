package dev.dovetail.it.architecture.violations.ours.launcher.cli;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.shell.ShellActivator;

@Breaks(Wall.LAUNCHER_NAMES_NO_EMBEDDED_CLASS)
record NamesTheShell(ShellActivator shell) {}
