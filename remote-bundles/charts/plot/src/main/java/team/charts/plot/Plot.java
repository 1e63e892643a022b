package team.charts.plot;

import java.util.List;
import team.charts.api.ChartRequest.Kind;

/**
 * What is drawn: everything a board needs to show a chart when the table itself is out of reach.
 *
 * @param kind how the points are drawn
 * @param x the name of the column on the x axis
 * @param axis what the points' x stands for
 * @param series what is drawn, at most {@link #MOST_SERIES} of them
 * @param note how the points came about, in words for people
 */
public record Plot(Kind kind, String x, XAxis axis, List<Series> series, String note) {

    /** As many as there are colours that can be told apart. */
    public static final int MOST_SERIES = 8;

    /** As many points as are drawn, in all series together; what is beyond is thinned out. */
    public static final int MOST_POINTS = 4_000;

    /** Nothing. */
    public static final Plot NONE = new Plot(Kind.BAR, "", new XAxis.Numbers(), List.of(), "");

    /** Copies the list. */
    public Plot {
        series = List.copyOf(series);
    }

    /** @return whether there is no point to draw */
    public boolean isEmpty() {
        return series.stream().allMatch(one -> one.points().isEmpty());
    }
}
