package team.charts.desk;

/** What a board shows in its middle. */
public sealed interface Face {

    /**
     * The chart.
     *
     * @param note how it came about
     * @param warning why it may be out of date; empty when it isn't
     */
    record Chart(String note, String warning) implements Face {}

    /**
     * Words instead of a chart.
     *
     * @param headline what is missing; empty while that is being found out
     * @param text what to do about it
     * @param offersTables whether the feature that opens tables would help
     */
    record Blank(String headline, String text, boolean offersTables) implements Face {}
}
