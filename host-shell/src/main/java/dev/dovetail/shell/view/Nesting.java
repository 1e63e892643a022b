package dev.dovetail.shell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which views a view lies within.
 *
 * @param viewIds the views from the outermost to this one
 * @param fetching whether what it embeds may be installed for it; not while a start reopens what was open
 */
public record Nesting(List<String> viewIds, boolean fetching) {

    /** The deepest a view may lie. */
    public static final int DEEPEST = 4;

    /** Copies the list. */
    public Nesting {
        viewIds = List.copyOf(viewIds);
    }

    /**
     * @param viewId a view that has a tab
     * @param fetching whether what it embeds may be installed for it
     * @return that it lies within no other
     */
    public static Nesting outermost(String viewId, boolean fetching) {
        return new Nesting(List.of(viewId), fetching);
    }

    /**
     * @param viewId a view that this one embeds
     * @return where that one lies
     */
    public Nesting within(String viewId) {
        List<String> deeper = new ArrayList<>(viewIds);
        deeper.add(viewId);
        return new Nesting(deeper, fetching);
    }

    /** @return why the innermost view can't lie there, as a sentence for people */
    public Optional<String> objection() {
        String innermost = viewIds.get(viewIds.size() - 1);
        if (viewIds.indexOf(innermost) < viewIds.size() - 1) {
            return Optional.of("A view can't be within itself: " + String.join(" embeds ", viewIds) + ".");
        }
        return viewIds.size() > DEEPEST
                ? Optional.of("Views can be at most " + DEEPEST + " deep within each other, found "
                        + String.join(" embeds ", viewIds) + ".")
                : Optional.empty();
    }
}
