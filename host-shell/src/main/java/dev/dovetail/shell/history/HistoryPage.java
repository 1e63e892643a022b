package dev.dovetail.shell.history;

import dev.dovetail.federation.Generation;
import dev.dovetail.shell.requests.Request;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.theme.Icons;
import dev.dovetail.shell.updates.DeadlineText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The page of earlier states: what there was, what going back would change, and the way there. JavaFX application thread only. */
public final class HistoryPage extends VBox {

    private final Map<Long, GenerationRow> rows = new HashMap<>();
    private final VBox list = new VBox();
    private final Label alone = new Label("Nothing else is kept yet. Each change leaves the state before it here.");
    private final HistoryDeeds deeds;
    private final Requests requests;
    private final DeadlineText words;
    private final Button back = new Button("Features", Icons.of("arrow-left"));
    private List<Generation> kept = List.of();
    private OptionalLong asking = OptionalLong.empty();

    /**
     * @param deeds what the buttons do
     * @param requests what is under way
     * @param words how moments are written
     * @param onLeave goes to the features
     */
    public HistoryPage(HistoryDeeds deeds, Requests requests, DeadlineText words, Runnable onLeave) {
        this.deeds = deeds;
        this.requests = requests;
        this.words = words;
        setId("history-page");
        getStyleClass().addAll("page-column", "history-page");
        Label title = new Label("History");
        title.getStyleClass().add("page-title");
        Label summary = new Label(
                "What was installed before. Going back needs no network, and can itself be undone from here.");
        summary.getStyleClass().add("page-summary");
        back.setId("history-leave");
        back.setOnAction(pressed -> onLeave.run());
        HBox toolbar = new HBox(back);
        toolbar.getStyleClass().add("page-toolbar");
        toolbar.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("history-rows");
        alone.getStyleClass().add("history-alone");
        getChildren().addAll(title, summary, toolbar, list, alone);
        setMinHeight(USE_PREF_SIZE);
        requests.listen(this::draw);
    }

    /** Asks for what is kept now, and shows it. */
    public void refresh() {
        deeds.look(this::show);
    }

    /** Puts the keyboard where the page begins. */
    public void focus() {
        back.requestFocus();
    }

    private void show(List<Generation> generations) {
        kept = generations;
        draw();
    }

    private void draw() {
        Optional<Request> underWay = requests.running().stream()
                .filter(request -> request.kind() == Request.Kind.REVERT)
                .findFirst();
        list.getChildren()
                .setAll(kept.stream()
                        .map(generation -> row(generation, underWay))
                        .toList());
        list.setVisible(!kept.isEmpty());
        list.setManaged(!kept.isEmpty());
        boolean only = kept.size() < 2;
        alone.setVisible(only);
        alone.setManaged(only);
    }

    private GenerationRow row(Generation generation, Optional<Request> underWay) {
        GenerationRow row = rows.computeIfAbsent(generation.number(), number -> new GenerationRow(choices()));
        boolean asked = asking.isPresent() && asking.getAsLong() == generation.number();
        row.show(generation, new GenerationRow.Face(words.moment(generation.since()), asked, underWay));
        return row;
    }

    private GenerationRow.Choices choices() {
        return new GenerationRow.Choices() {
            @Override
            public void ask(Generation generation, boolean ask) {
                asking = ask ? OptionalLong.of(generation.number()) : OptionalLong.empty();
                draw();
            }

            @Override
            public void goBack(Generation generation) {
                asking = OptionalLong.empty();
                deeds.goBack(generation);
            }

            @Override
            public void pin(Generation generation, boolean pinned) {
                deeds.pin(generation, pinned, HistoryPage.this::show);
            }
        };
    }
}
