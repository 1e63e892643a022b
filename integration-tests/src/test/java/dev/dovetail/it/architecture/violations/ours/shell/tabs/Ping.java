package dev.dovetail.it.architecture.violations.ours.shell.tabs;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.ours.shell.theme.Pong;

@Breaks(Wall.PACKAGES_FORM_NO_CIRCLE)
public record Ping(Pong pong) {}
