/** Opens a board without a shell, for tests. */
package team.charts.rehearsal;
