package team.explorer.view;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import team.explorer.tables.OpenTable;
import team.explorer.tables.Sample;

/** The open tables with their columns, and below them the samples that aren't open. */
final class Sidebar extends VBox {

    private static final double WIDTH = 252;

    private final Wishes wishes;
    private final VBox entries = new VBox(2);
    private final VBox samples = new VBox(2);
    private final Set<String> expanded = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private List<OpenTable> shown = List.of();
    private Set<String> loadingShown = Set.of();

    Sidebar(Set<String> expanded, List<String> known, Wishes wishes) {
        this.wishes = wishes;
        this.expanded.addAll(expanded);
        this.known.addAll(known);
        Button open = Parts.button("explorer-open", "Open…", Icon.OPEN, wishes::chooseFiles, "small", "explorer-quiet");
        HBox head = new HBox(heading("Tables"), Parts.space(), open);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("explorer-head");
        ScrollPane scroll = new ScrollPane(new VBox(8, entries, samples));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("explorer-scroll", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        getStyleClass().add("explorer-sidebar");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    /** The ids of the tables whose columns are shown. */
    Set<String> expanded() {
        return Set.copyOf(expanded);
    }

    void show(List<OpenTable> tables, Set<String> loading) {
        if (tables.equals(shown) && loading.equals(loadingShown)) {
            return;
        }
        shown = tables;
        loadingShown = new LinkedHashSet<>(loading);
        tables.stream().map(OpenTable::id).filter(known::add).forEach(expanded::add);
        entries.getChildren().setAll(tables.stream().map(this::entry).toList());
        loading.forEach(file -> entries.getChildren().add(loading(file)));
        List<Sample> left = Arrays.stream(Sample.values())
                .filter(sample -> tables.stream().noneMatch(table -> table.id().equals(sample.id())))
                .toList();
        samples.getChildren().clear();
        if (!left.isEmpty() && !tables.isEmpty()) {
            samples.getChildren().add(heading("Samples"));
            left.forEach(sample -> samples.getChildren().add(SampleCard.row(sample, wishes)));
        }
    }

    private Node entry(OpenTable table) {
        return new TableEntry(table, expanded, wishes);
    }

    private static Node loading(String file) {
        return Parts.label("Reading " + file + "…", "explorer-meta", "explorer-loading");
    }

    private static Label heading(String text) {
        return Parts.label(text.toUpperCase(Locale.ENGLISH), "explorer-heading");
    }
}
