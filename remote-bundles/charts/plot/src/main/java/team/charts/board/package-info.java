/** The parts of a board: each version of the feature arranges and dresses them in its own way. */
package team.charts.board;
