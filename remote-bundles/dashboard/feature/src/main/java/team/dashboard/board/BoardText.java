package team.dashboard.board;

import dev.dovetail.api.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A board as named texts, the same in a memento and in a file: {@code board} is the panels' ids with spaces between, and
 * {@code ID.view}, {@code ID.title}, {@code ID.wide}, {@code ID.height}, {@code ID.following} and {@code ID.with.NAME} are
 * the rest. A list is one line for each of its members.
 */
public final class BoardText {

    private static final String BOARD = "board";

    private BoardText() {}

    /**
     * @param board a board
     * @return its texts
     */
    public static Map<String, String> write(Board board) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(BOARD, String.join(" ", board.panels().stream().map(Panel::id).toList()));
        for (Panel panel : board.panels()) {
            String id = panel.id() + ".";
            texts.put(id + "view", panel.viewId());
            texts.put(id + "title", panel.title());
            texts.put(id + "wide", String.valueOf(panel.wide()));
            texts.put(id + "height", String.valueOf(panel.height()));
            texts.put(id + "following", String.valueOf(panel.following()));
            panel.parameters()
                    .all()
                    .keySet()
                    .forEach(name -> texts.put(
                            id + "with." + name,
                            String.join("\n", panel.parameters().texts(name))));
        }
        return texts;
    }

    /**
     * @param texts what {@link #write} made, or anything else
     * @return the board; empty when there is none in it. What can't be read of a panel is its default
     */
    public static Optional<Board> read(Map<String, String> texts) {
        String ids = texts.get(BOARD);
        if (ids == null) {
            return Optional.empty();
        }
        List<Panel> panels = new ArrayList<>();
        for (String id : ids.isBlank() ? List.<String>of() : List.of(ids.trim().split(" +"))) {
            Optional.ofNullable(texts.get(id + ".view"))
                    .map(view -> panel(id, view, texts))
                    .ifPresent(panels::add);
        }
        return Optional.of(new Board(panels));
    }

    private static Panel panel(String id, String view, Map<String, String> texts) {
        return new Panel(
                id,
                view,
                texts.getOrDefault(id + ".title", view),
                parameters(id + ".with.", texts),
                Boolean.parseBoolean(texts.get(id + ".wide")),
                height(texts.getOrDefault(id + ".height", "")),
                Boolean.parseBoolean(texts.get(id + ".following")));
    }

    private static int height(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 420;
    }

    private static Values parameters(String prefix, Map<String, String> texts) {
        Map<String, Object> values = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), text.contains("\n") ? List.of(text.split("\n")) : text);
            }
        });
        try {
            return Values.of(values);
        } catch (IllegalArgumentException e) {
            return Values.EMPTY;
        }
    }
}
