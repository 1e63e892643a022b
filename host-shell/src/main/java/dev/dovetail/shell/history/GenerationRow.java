package dev.dovetail.shell.history;

import atlantafx.base.theme.Styles;
import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Generation.Change;
import dev.dovetail.shell.requests.ProgressText;
import dev.dovetail.shell.requests.Request;
import dev.dovetail.shell.theme.Hint;
import dev.dovetail.shell.theme.Icons;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One generation. It is drawn anew only when something of it has changed, so that the keyboard stays where it is. */
final class GenerationRow extends VBox {

    /** What can be done from here. */
    interface Choices {

        /** Shows what going back means, or no longer. */
        void ask(Generation generation, boolean ask);

        /** Goes back. */
        void goBack(Generation generation);

        /** Keeps it, or no longer. */
        void pin(Generation generation, boolean pinned);
    }

    /**
     * What the row shows besides the generation.
     *
     * @param since when it was made, in words
     * @param asked whether the person is asked if they are sure
     * @param underWay a way back that is being gone, to whichever generation
     */
    record Face(String since, boolean asked, Optional<Request> underWay) {}

    private record Drawn(Generation generation, Face face) {}

    private final Choices choices;
    private Optional<Drawn> drawn = Optional.empty();

    GenerationRow(Choices choices) {
        this.choices = choices;
        getStyleClass().add("history-row");
    }

    void show(Generation generation, Face face) {
        Optional<Drawn> next = Optional.of(new Drawn(generation, face));
        if (!drawn.equals(next)) {
            boolean first = drawn.filter(before -> before.face().asked()).isEmpty();
            drawn = next;
            setId(id(generation, "row"));
            draw(generation, face);
            if (face.asked() && first) {
                lookup("#" + id(generation, "sure")).requestFocus();
            }
        }
    }

    private static String id(Generation generation, String part) {
        return "generation-" + generation.number() + "-" + part;
    }

    private void draw(Generation generation, Face face) {
        VBox changes = new VBox();
        changes.getStyleClass().add("history-changes");
        generation.changes().forEach(change -> changes.getChildren().add(line(change)));
        if (generation.changes().isEmpty()) {
            changes.getChildren()
                    .add(note(
                            generation.current()
                                    ? "What is installed now."
                                    : "The same features, on other libraries."));
        }
        getChildren().setAll(head(generation, face), changes);
        if (face.asked()) {
            getChildren().add(question(generation));
        }
    }

    private HBox head(Generation generation, Face face) {
        Label number = new Label("Generation " + generation.number());
        number.getStyleClass().add("history-number");
        Label since = new Label(face.since());
        since.getStyleClass().add("history-since");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(number, since);
        head.getStyleClass().add("history-head");
        head.setAlignment(Pos.CENTER_LEFT);
        if (generation.current()) {
            head.getChildren().add(chip("In force", "installed"));
        }
        if (generation.good()) {
            head.getChildren().add(chip("Known good", "available"));
        }
        if (generation.pinned()) {
            head.getChildren().add(chip("Pinned", "update"));
        }
        head.getChildren().add(space);
        if (face.underWay().filter(way -> isTo(way, generation)).isPresent()) {
            head.getChildren().add(progress(face.underWay().get()));
        } else {
            head.getChildren().add(pin(generation));
            if (!generation.current()) {
                head.getChildren().add(goBack(generation, face));
            }
        }
        return head;
    }

    private static boolean isTo(Request way, Generation generation) {
        return way.featureId().equals(Request.idOf(generation));
    }

    private static Label chip(String text, String kind) {
        Label chip = new Label(text);
        chip.getStyleClass().addAll("chip", kind);
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private Button pin(Generation generation) {
        Button pin = new Button(generation.pinned() ? "Unpin" : "Pin");
        pin.setId(id(generation, "pin"));
        pin.getStyleClass().addAll(Styles.FLAT, "quiet");
        pin.setMinWidth(USE_PREF_SIZE);
        pin.setOnAction(pressed -> choices.pin(generation, !generation.pinned()));
        Hint.on(pin, generation.pinned() ? "Let it go when it is one of many" : "Keep it, whatever comes after it");
        return pin;
    }

    private Button goBack(Generation generation, Face face) {
        Button back = new Button("Go back…", Icons.of("rotate-ccw"));
        back.setId(id(generation, "back"));
        back.setMinWidth(USE_PREF_SIZE);
        back.setDisable(face.asked() || face.underWay().isPresent());
        back.setOnAction(pressed -> choices.ask(generation, true));
        Hint.on(back, "Go back to generation " + generation.number());
        return back;
    }

    private static VBox progress(Request way) {
        Label text = new Label(ProgressText.detail(way));
        text.getStyleClass().add("card-progress");
        ProgressBar bar = new ProgressBar(ProgressText.fraction(way));
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(text, bar);
        box.getStyleClass().addAll("card-progress-box", "history-progress");
        return box;
    }

    private static Label line(Change change) {
        Label line = new Label(ChangeText.of(change), Icons.of(ChangeText.icon(change)));
        line.getStyleClass().addAll("history-change", ChangeText.kind(change));
        return line;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("history-note");
        return note;
    }

    private HBox question(Generation generation) {
        Label text = new Label(ChangeText.question(generation));
        text.getStyleClass().add("history-question-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button sure = new Button("Go back");
        sure.setId(id(generation, "sure"));
        sure.getStyleClass().add(Styles.ACCENT);
        sure.setMinWidth(USE_PREF_SIZE);
        sure.setOnAction(pressed -> choices.goBack(generation));
        Button not = new Button("Cancel");
        not.setId(id(generation, "not"));
        not.setMinWidth(USE_PREF_SIZE);
        not.setOnAction(pressed -> choices.ask(generation, false));
        Node mark = Icons.of(generation.lowers() ? "alert-triangle" : "info");
        HBox question = new HBox(mark, text, not, sure);
        question.getStyleClass().addAll("history-question", generation.lowers() ? "warning" : "calm");
        question.setAlignment(Pos.CENTER_LEFT);
        return question;
    }
}
