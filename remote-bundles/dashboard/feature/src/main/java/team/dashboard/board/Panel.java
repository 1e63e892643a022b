package team.dashboard.board;

import dev.dovetail.api.Values;
import java.util.Objects;

/**
 * One panel of a board: a view of another feature, and what it is asked to show.
 *
 * @param id unique on the board, and kept for as long as the panel is there
 * @param viewId the view
 * @param title what people read
 * @param parameters what the view is given
 * @param wide whether it takes the whole width
 * @param height in pixels
 * @param following whether it follows what is chosen in other panels
 */
public record Panel(
        String id, String viewId, String title, Values parameters, boolean wide, int height, boolean following) {

    /** The lowest a panel can be. */
    public static final int LOWEST = 200;

    /** The highest a panel can be. */
    public static final int HIGHEST = 900;

    /** Checks that nothing is missing and keeps the height within its limits. */
    public Panel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(viewId, "viewId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(parameters, "parameters");
        height = Math.max(LOWEST, Math.min(HIGHEST, height));
    }

    /**
     * @param other in pixels
     * @return this panel, as high as that
     */
    public Panel high(int other) {
        return new Panel(id, viewId, title, parameters, wide, other, following);
    }

    /**
     * @param whole whether it takes the whole width
     * @return this panel, as wide as that
     */
    public Panel wide(boolean whole) {
        return new Panel(id, viewId, title, parameters, whole, height, following);
    }

    /**
     * @param follows whether it follows what is chosen in other panels
     * @return this panel, following or not
     */
    public Panel following(boolean follows) {
        return new Panel(id, viewId, title, parameters, wide, height, follows);
    }

    /**
     * @param other what the view is given from now on
     * @return this panel with those
     */
    public Panel with(Values other) {
        return new Panel(id, viewId, title, other, wide, height, following);
    }
}
