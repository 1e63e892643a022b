package team.explorer.query;

/**
 * The order that a click on a column's heading asks for.
 *
 * @param column the position of the column, from zero
 * @param descending whether the largest come first; missing values come last both ways
 */
public record Sort(int column, boolean descending) {}
