/** The second release: cards, a strip of figures, value labels and trend lines. */
package team.charts.feature;
