package dev.dovetail.it.architecture.violations.teams.explorer.view;

import dev.dovetail.it.architecture.Wall;
import dev.dovetail.it.architecture.violations.Breaks;
import dev.dovetail.it.architecture.violations.teams.charts.board.Board;

@Breaks(Wall.FEATURES_MEET_IN_THEIR_APIS)
record DrawsOnTheBoard(Board board) {}
