package dev.dovetail.it.architecture.violations.teams.charts.api;

public interface Charting {}
