package team.charts.plot;

import java.util.List;

/** What the x of a {@link Point} stands for. */
public sealed interface XAxis {

    /**
     * Points stand over texts: x is a position in this list.
     *
     * @param labels from left to right
     */
    record Categories(List<String> labels) implements XAxis {

        /** Copies the list. */
        public Categories {
            labels = List.copyOf(labels);
        }
    }

    /** x is the number itself. */
    record Numbers() implements XAxis {}

    /** x is a count of days since 1970, with a fraction for the time of day. */
    record Dates() implements XAxis {}
}
