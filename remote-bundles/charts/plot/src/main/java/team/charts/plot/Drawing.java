package team.charts.plot;

import team.charts.api.ChartRequest;
import team.explorer.api.Table;

/**
 * A table, what was chosen of it, and the plot of that.
 *
 * @param table the table, as far as it was read
 * @param choice what is drawn, fitting the table
 * @param plot the points
 */
public record Drawing(Table table, ChartRequest choice, Plot plot) {

    /**
     * @param table the table, as far as it was read
     * @param wanted what to draw of it
     * @param asked whether somebody asked for that; else only the table counts
     * @return the drawing
     */
    public static Drawing of(Table table, ChartRequest wanted, boolean asked) {
        ChartRequest choice = asked ? Choosing.fit(table, wanted) : Choosing.first(table);
        return new Drawing(table, choice, Plotting.plot(table, choice));
    }
}
