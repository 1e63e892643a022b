package dev.dovetail.shell.palette;

import dev.dovetail.shell.theme.Icons;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One entry of the palette, with the letters that matched coloured. */
final class PaletteRow extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final PaletteEntry entry;

    PaletteRow(PaletteSearch.Hit hit) {
        entry = hit.entry();
        getStyleClass().add("palette-row");
        setAlignment(Pos.CENTER_LEFT);
        StackPane title = new StackPane(title(hit));
        title.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label note = new Label(entry.note());
        note.getStyleClass().add("palette-note");
        getChildren().addAll(Icons.of(entry.icon()), title, space, note);
        if (!entry.keys().isEmpty()) {
            getChildren().add(Keycap.of(entry.keys()));
        }
    }

    PaletteEntry entry() {
        return entry;
    }

    void selected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    // Runs, not letters: one Text for each letter would lose the kerning.
    private static TextFlow title(PaletteSearch.Hit hit) {
        String title = hit.entry().title();
        Set<Integer> matched = Set.copyOf(hit.match().positions());
        TextFlow flow = new TextFlow();
        flow.setMaxHeight(USE_PREF_SIZE);
        int start = 0;
        for (int at = 1; at <= title.length(); at++) {
            if (at == title.length() || matched.contains(at) != matched.contains(start)) {
                flow.getChildren().add(run(title.substring(start, at), matched.contains(start)));
                start = at;
            }
        }
        return flow;
    }

    private static Text run(String letters, boolean matched) {
        Text text = new Text(letters);
        text.getStyleClass().add(matched ? "palette-match" : "palette-text");
        return text;
    }
}
