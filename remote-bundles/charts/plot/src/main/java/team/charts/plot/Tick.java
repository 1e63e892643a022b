package team.charts.plot;

/**
 * A mark along an axis.
 *
 * @param at where, in pixels
 * @param label what is written there
 */
public record Tick(double at, String label) {}
