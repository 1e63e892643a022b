package dev.dovetail.it.architecture.violations.teams.explorer.view;

import dev.dovetail.it.architecture.violations.Allowed;
import dev.dovetail.it.architecture.violations.teams.charts.api.Charting;

@Allowed
record AsksForACharting(Charting charting) {}
