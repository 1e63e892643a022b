package team.charts.desk;

import java.util.List;
import java.util.Optional;
import team.charts.plot.BoardState;
import team.explorer.api.TableInfo;

/** Decides what the middle of a board shows: the chart where there is one, and else what to do about it. */
record Facing(BoardState state, Optional<List<TableInfo>> tables, boolean onOffer, boolean read, String trouble) {

    private static final Face QUIET = new Face.Blank("", "", false);

    Face face() {
        if (!state.plot().isEmpty()) {
            return new Face.Chart(state.plot().note(), warning());
        }
        if (tables.isEmpty()) {
            return QUIET;
        }
        if (!state.hasTable()) {
            return new Face.Blank(
                    "No table is on offer yet",
                    "Charts draws the tables that other features have open. Open a file in Tables, and it can be"
                            + " drawn here.",
                    true);
        }
        return onOffer ? reading() : gone();
    }

    private Face reading() {
        if (!trouble.isEmpty()) {
            return new Face.Blank("%s could not be read".formatted(name()), trouble, true);
        }
        return read
                ? new Face.Blank(
                        "Nothing to draw in " + name(),
                        "A chart needs a column of numbers with values in it. Choose other columns or another table.",
                        false)
                : QUIET;
    }

    private Face gone() {
        return new Face.Blank(
                "%s is not on offer".formatted(name()),
                "The feature that had it open has closed it. Open it again in Tables, or choose another table.",
                true);
    }

    private String warning() {
        if (tables.isPresent() && !onOffer) {
            return "As last drawn: the table isn't open at the moment";
        }
        return trouble.isEmpty() ? "" : "As last drawn: " + trouble;
    }

    private String name() {
        return state.table().isEmpty() ? "The table" : "“" + state.table() + "”";
    }
}
