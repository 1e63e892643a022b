/** From a table to a plot, and from a plot to places on a plane: decisions only, without JavaFX and without IO. */
package team.charts.plot;
