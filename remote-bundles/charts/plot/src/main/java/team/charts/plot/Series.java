package team.charts.plot;

import java.util.List;

/**
 * What belongs to one entry of the legend.
 *
 * @param name the column's name
 * @param points in the order they are drawn
 */
public record Series(String name, List<Point> points) {

    /** Copies the list. */
    public Series {
        points = List.copyOf(points);
    }
}
