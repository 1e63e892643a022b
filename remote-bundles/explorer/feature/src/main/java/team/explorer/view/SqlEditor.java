package team.explorer.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where questions are typed: the text, what runs it, what was run before, and what is wrong with it. */
final class SqlEditor extends VBox {

    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final int ENTRY_LENGTH = 90;

    private final Wishes wishes;
    private final TextArea text = new TextArea();
    private final Button cancel;
    private final MenuButton recent = new MenuButton("Recent", Icon.RECENT.node());
    private final Button problem = new Button();
    private List<String> recentShown = List.of();

    SqlEditor(Wishes wishes) {
        this.wishes = wishes;
        text.setId("explorer-sql");
        text.setPromptText("SELECT … FROM …");
        text.getStyleClass().add("explorer-sql");
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(text, Priority.ALWAYS);
        cancel = Parts.button("explorer-cancel", "Cancel", Icon.STOP, wishes::cancel, "small", "explorer-quiet");
        problem.getStyleClass().add("explorer-problem");
        problem.setId("explorer-problem");
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setWrapText(true);
        problem.setGraphic(Icon.BAD.node());
        getChildren().addAll(bar(), text, problem);
        getStyleClass().add("explorer-editor");
        setMinHeight(110);
        Parts.visible(problem, false);
        Parts.visible(cancel, false);
    }

    private HBox bar() {
        Button run = Parts.button("explorer-run", "Run", Icon.RUN, wishes::run, "accent", "small");
        Label keys = Parts.label(RUN.getDisplayText(), "explorer-key");
        recent.setId("explorer-recent");
        recent.getStyleClass().addAll("small", "flat", "explorer-quiet");
        HBox bar = new HBox(8, run, keys, cancel, Parts.space(), recent);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("explorer-bar");
        return bar;
    }

    TextArea text() {
        return text;
    }

    /** Replaces what was typed, in a way that can be undone. */
    void replace(String sql) {
        text.replaceText(0, text.getLength(), sql);
        text.end();
    }

    void show(Session session) {
        Parts.visible(cancel, session.running().isPresent());
        session.failure().ifPresent(this::show);
        Parts.visible(problem, session.failure().isPresent());
        recent(session.history().statements());
    }

    private void show(Failure failure) {
        problem.setText(failure.text());
        problem.setOnAction(event -> wishes.point(failure));
    }

    private void recent(List<String> statements) {
        if (statements.equals(recentShown) && !recent.getItems().isEmpty()) {
            return;
        }
        recentShown = statements;
        recent.setDisable(statements.isEmpty());
        recent.getItems().setAll(statements.stream().map(this::item).toList());
    }

    private MenuItem item(String statement) {
        String line = statement.replaceAll("\\s+", " ");
        String entry = line.length() <= ENTRY_LENGTH ? line : line.substring(0, ENTRY_LENGTH) + "…";
        MenuItem item = new CustomMenuItem(Parts.label(entry, "explorer-mono"));
        item.setOnAction(event -> replace(statement));
        return item;
    }

    private void key(KeyEvent event) {
        if (RUN.match(event)) {
            wishes.run();
            event.consume();
        }
    }
}
