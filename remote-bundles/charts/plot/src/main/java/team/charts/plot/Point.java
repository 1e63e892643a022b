package team.charts.plot;

/**
 * One value.
 *
 * @param x the position of a category, a number, or days since 1970, as the plot's {@link XAxis} says
 * @param y the value
 */
public record Point(double x, double y) {}
