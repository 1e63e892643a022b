/** The first release: one page, with the choices beside the chart. */
package team.charts.feature;
