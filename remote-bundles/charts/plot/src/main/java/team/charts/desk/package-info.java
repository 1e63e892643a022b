/** What a board works on: the tables on offer, the board's state, and the open boards. Without JavaFX. */
package team.charts.desk;
