package team.charts.plot;

import java.util.List;

/**
 * What is under the pointer.
 *
 * @param x where it is, in pixels
 * @param y the height of the topmost value
 * @param heading the x in words
 * @param values the values there, in the order of the legend
 */
public record Spot(double x, double y, String heading, List<Value> values) {

    /**
     * One value.
     *
     * @param series the position of its series
     * @param name the name of its series
     * @param text the value in words
     * @param at its height in pixels
     */
    public record Value(int series, String name, String text, double at) {}

    /** Copies the list. */
    public Spot {
        values = List.copyOf(values);
    }
}
