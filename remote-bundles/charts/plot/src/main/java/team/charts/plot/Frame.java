package team.charts.plot;

import java.util.List;
import team.charts.api.ChartRequest.Kind;

/**
 * A plot laid out on a plane of a size: where everything goes, in pixels.
 *
 * @param plot what is drawn
 * @param shown the positions of the series that aren't hidden
 * @param left the left edge of the plotting area
 * @param top its top edge
 * @param right its right edge
 * @param bottom its bottom edge, below which are the labels of the x axis
 * @param x the horizontal scale; for categories in positions
 * @param y the vertical scale
 * @param xTicks labels below
 * @param yTicks labels at the left
 */
public record Frame(
        Plot plot,
        List<Integer> shown,
        double left,
        double top,
        double right,
        double bottom,
        Scale x,
        Scale y,
        List<Tick> xTicks,
        List<Tick> yTicks) {

    private static final double WIDEST_BAR = 48;
    private static final double FILLED = 0.72;

    /** @return the height of zero, or of the edge that is nearest to it */
    public double base() {
        return Math.max(top, Math.min(bottom, y.at(0)));
    }

    /** @return how far two categories are apart */
    public double band() {
        return x.at(1) - x.at(0);
    }

    /** @return how wide a bar is */
    public double barWidth() {
        double room = band() * FILLED / Math.max(1, shown.size());
        return Math.max(1, Math.min(WIDEST_BAR, room > 6 ? room - 2 : room));
    }

    /**
     * @param series the position of a series that is shown
     * @param point one of its points
     * @return where the point is horizontally; of a bar, its middle
     */
    public double across(int series, Point point) {
        double middle = x.at(point.x());
        if (plot.kind() != Kind.BAR) {
            return middle;
        }
        double pitch = barWidth() + (barWidth() > 4 ? 2 : 0);
        return middle + (shown.indexOf(series) - (shown.size() - 1) / 2.0) * pitch;
    }

    /**
     * @param x a value on the x axis
     * @return it in words
     */
    public String heading(double x) {
        if (plot.axis() instanceof XAxis.Categories categories) {
            return categories.labels().get((int) x);
        }
        return plot.axis() instanceof XAxis.Dates ? Days.exact(x) : plot.x() + " " + Numbers.exact(x);
    }
}
