package team.charts.plot;

/**
 * From values to pixels, in proportion.
 *
 * @param low the lowest value
 * @param high the highest value, above the lowest
 * @param from where the lowest is, in pixels
 * @param to where the highest is
 */
public record Scale(double low, double high, double from, double to) {

    /**
     * @param value a value
     * @return its place in pixels
     */
    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /**
     * @param pixel a place
     * @return the value there
     */
    public double value(double pixel) {
        return low + (pixel - from) / (to - from) * (high - low);
    }
}
