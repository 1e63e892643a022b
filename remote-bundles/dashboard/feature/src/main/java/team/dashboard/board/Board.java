package team.dashboard.board;

import dev.dovetail.api.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Panels in the order in which they fill the rows.
 *
 * @param panels at most {@value #MOST}
 */
public record Board(List<Panel> panels) {

    /** The most panels on a board. */
    public static final int MOST = 24;

    /** What people find at first: a table and a chart that follows it. */
    public static final Board FIRST = new Board(List.of(
            new Panel(
                    "1",
                    Source.TABLE.viewId(),
                    "CO\u2082 by year",
                    Source.TABLE.asking("sample:co2", "", ""),
                    false,
                    420,
                    false),
            new Panel(
                    "2",
                    Source.CHART.viewId(),
                    "Chart of it",
                    Source.CHART.asking("sample:co2", "", "line"),
                    false,
                    420,
                    true)));

    /** Copies the list. */
    public Board {
        panels = List.copyOf(panels.size() > MOST ? panels.subList(0, MOST) : panels);
    }

    /** @return whether another panel fits */
    public boolean hasRoom() {
        return panels.size() < MOST;
    }

    /**
     * @param id a panel's id
     * @return the panel, if it is there
     */
    public Optional<Panel> panel(String id) {
        return panels.stream().filter(panel -> panel.id().equals(id)).findFirst();
    }

    /**
     * @param source which view
     * @param title what people read
     * @param parameters what the view is given
     * @return this board and a new panel at its end
     */
    public Board adding(Source source, String title, Values parameters) {
        List<Panel> more = new ArrayList<>(panels);
        more.add(new Panel(freeId(), source.viewId(), title, parameters, false, 420, source == Source.CHART));
        return new Board(more);
    }

    private String freeId() {
        int id = panels.size() + 1;
        while (panel(String.valueOf(id)).isPresent()) {
            id++;
        }
        return String.valueOf(id);
    }

    /**
     * @param id the panel that goes
     * @return this board without it
     */
    public Board without(String id) {
        return new Board(panels.stream().filter(panel -> !panel.id().equals(id)).toList());
    }

    /**
     * @param id the panel that changes
     * @param change what it becomes
     * @return this board with the changed panel
     */
    public Board changing(String id, UnaryOperator<Panel> change) {
        return new Board(panels.stream()
                .map(panel -> panel.id().equals(id) ? change.apply(panel) : panel)
                .toList());
    }

    /**
     * @param id the panel that moves
     * @param step how many places further; it stops at the ends
     * @return this board in another order
     */
    public Board moving(String id, int step) {
        List<Panel> order = new ArrayList<>(panels);
        panel(id).ifPresent(panel -> {
            int from = order.indexOf(panel);
            order.remove(from);
            order.add(Math.max(0, Math.min(order.size(), from + step)), panel);
        });
        return new Board(order);
    }

    /**
     * What the panels that follow are to show when something is chosen in another one.
     *
     * @param from the panel where it was chosen
     * @param event what happened there
     * @param values what it tells
     * @return the new parameters, by the panels' ids
     */
    public Map<String, Values> followed(String from, String event, Values values) {
        Map<String, Values> changed = new java.util.LinkedHashMap<>();
        for (Panel panel : panels) {
            if (panel.following() && !panel.id().equals(from)) {
                Values next = Following.next(panel.parameters(), event, values);
                if (!next.equals(panel.parameters())) {
                    changed.put(panel.id(), next);
                }
            }
        }
        return changed;
    }
}
