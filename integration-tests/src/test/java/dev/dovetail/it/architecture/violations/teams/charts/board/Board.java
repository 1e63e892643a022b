package dev.dovetail.it.architecture.violations.teams.charts.board;

public interface Board {}
