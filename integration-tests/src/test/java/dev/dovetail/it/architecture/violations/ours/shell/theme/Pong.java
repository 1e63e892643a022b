package dev.dovetail.it.architecture.violations.ours.shell.theme;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.shell.tabs.Ping;

@Breaks(Wall.PACKAGES_FORM_NO_CIRCLE)
public record Pong(Ping ping) {}
