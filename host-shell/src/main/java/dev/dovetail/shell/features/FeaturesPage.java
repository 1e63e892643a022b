package dev.dovetail.shell.features;

import atlantafx.base.theme.Styles;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.history.HistoryPage;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.theme.Icons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The page of all features: what there is, what is installed, what is newer. It is empty until it is first seen, and makes
 * the cards that come near what is seen of it. JavaFX application thread only.
 */
public final class FeaturesPage extends ScrollPane {

    private static final double NEAR = 200;

    private final Map<String, FeatureCard> cards = new HashMap<>();
    private final Map<FeatureFilter.Kind, ToggleButton> kinds = new HashMap<>();
    private final Label summary = new Label();
    private final TextField search = new TextField();
    private final Button check = new Button("Check for updates", Icons.of("refresh-cw"));
    private final Button historyButton = new Button("History", Icons.of("rotate-ccw"));
    private final CardGrid grid = new CardGrid();
    private final StackPane body = new StackPane();
    private final RepositoryList repositories = new RepositoryList();
    private final Requests requests;
    private final FeatureDeeds deeds;
    private final Function<Runnable, HistoryPage> historyMaker;
    private final VBox column;
    // Made when it is asked for the first time.
    private Optional<HistoryPage> history = Optional.empty();
    private Snapshot snapshot;
    private boolean appeared;
    private boolean looking;

    /**
     * @param snapshot what is known
     * @param requests what is under way
     * @param deeds what the buttons do
     * @param historyMaker makes the page of earlier states, given what leads back from it
     */
    public FeaturesPage(
            Snapshot snapshot, Requests requests, FeatureDeeds deeds, Function<Runnable, HistoryPage> historyMaker) {
        this.snapshot = snapshot;
        this.requests = requests;
        this.deeds = deeds;
        this.historyMaker = historyMaker;
        setId("features-page");
        getStyleClass().addAll("page", "features-page");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        column = column();
        setContent(column);
        vvalueProperty().addListener((value, was, is) -> lookLater());
        viewportBoundsProperty().addListener((bounds, was, is) -> lookLater());
        column.heightProperty().addListener((height, was, is) -> lookLater());
        requests.listen(this::draw);
    }

    /** Tells that the page is about to be seen. Once is enough. */
    public void appear() {
        if (!appeared) {
            appeared = true;
            draw();
        }
    }

    private VBox column() {
        Label title = new Label("Features");
        title.getStyleClass().add("page-title");
        summary.getStyleClass().add("page-summary");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox column = new VBox(title, summary, toolbar(), body, repositories);
        column.getStyleClass().add("page-column");
        column.setMinHeight(USE_PREF_SIZE);
        body.setMinHeight(USE_PREF_SIZE);
        return column;
    }

    private HBox toolbar() {
        search.setId("features-search");
        search.getStyleClass().add("search-field");
        search.textProperty().addListener((text, was, is) -> draw());
        StackPane field = new StackPane(search, Icons.of("search"));
        field.getStyleClass().add("search-box");
        StackPane.setAlignment(search, Pos.CENTER_LEFT);
        field.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        check.setId("features-check");
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(pressed -> deeds.check());
        historyButton.setId("features-history");
        historyButton.setMinWidth(USE_PREF_SIZE);
        historyButton.setOnAction(pressed -> showHistory());
        HBox toolbar = new HBox(field, segments(), space, historyButton, check);
        toolbar.getStyleClass().add("page-toolbar");
        toolbar.setAlignment(Pos.CENTER_LEFT);
        return toolbar;
    }

    private HBox segments() {
        ToggleGroup group = new ToggleGroup();
        for (FeatureFilter.Kind kind : FeatureFilter.Kind.values()) {
            ToggleButton button = new ToggleButton(kind.title());
            button.setId("features-" + kind.title().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            kinds.put(kind, button);
        }
        button(FeatureFilter.Kind.ALL).getStyleClass().add(Styles.LEFT_PILL);
        button(FeatureFilter.Kind.INSTALLED).getStyleClass().add(Styles.CENTER_PILL);
        button(FeatureFilter.Kind.UPDATES).getStyleClass().add(Styles.RIGHT_PILL);
        button(FeatureFilter.Kind.ALL).setSelected(true);
        group.selectedToggleProperty().addListener((selection, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            }
            draw();
        });
        HBox segments = new HBox();
        Stream.of(FeatureFilter.Kind.values()).map(this::button).forEach(segments.getChildren()::add);
        segments.getStyleClass().add("segments");
        return segments;
    }

    private ToggleButton button(FeatureFilter.Kind kind) {
        return kinds.computeIfAbsent(kind, missing -> new ToggleButton(missing.title()));
    }

    /** @param next what is known now */
    public void show(Snapshot next) {
        boolean moved = next.generation() != snapshot.generation();
        snapshot = next;
        draw();
        if (moved) {
            history.filter(page -> getContent() == page).ifPresent(HistoryPage::refresh);
        }
    }

    /** Shows the features, if it shows earlier states. */
    public void showFeatures() {
        if (getContent() != column) {
            setContent(column);
            setVvalue(0);
            historyButton.requestFocus();
        }
    }

    /** Shows earlier states, as they are kept now. */
    public void showHistory() {
        HistoryPage page = history.orElseGet(() -> historyMaker.apply(this::showFeatures));
        history = Optional.of(page);
        setContent(page);
        setVvalue(0);
        page.refresh();
        page.focus();
    }

    /** @param checking whether the repositories are being read */
    public void checking(boolean checking) {
        check.setDisable(checking);
        check.setText(checking ? "Checking…" : "Check for updates");
    }

    private FeatureFilter filter() {
        FeatureFilter.Kind kind = kinds.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FeatureFilter.Kind.ALL);
        return FeatureFilter.of(kind, search.getText());
    }

    private void draw() {
        if (appeared) {
            drawAll();
        }
    }

    private void drawAll() {
        List<FeatureStatus> all = snapshot.features();
        FeatureFilter filter = filter();
        List<FeatureStatus> chosen = filter.of(all);
        cards.keySet().removeIf(id -> snapshot.feature(id).isEmpty());
        drawCards(chosen);
        body.getChildren().setAll(chosen.isEmpty() ? empty(filter) : grid);
        repositories.show(snapshot.repositories());
        search.setPromptText(all.size() == 1 ? "Search 1 feature" : "Search " + all.size() + " features");
        summary.setText(
                snapshot.condition().safe()
                        ? "Safe mode: all features are off. Switch them on one by one to find the one that makes trouble."
                        : "Delivered while you work. What is open stays open.");
        count(FeatureFilter.Kind.INSTALLED);
        count(FeatureFilter.Kind.UPDATES);
    }

    private void drawCards(List<FeatureStatus> chosen) {
        for (FeatureStatus feature : chosen) {
            FeatureCard card = cards.get(feature.id());
            if (card != null) {
                card.show(feature, requests.of(feature.id()));
            }
        }
        grid.show(chosen.stream().map(FeatureStatus::id).toList(), this::card);
        lookLater();
    }

    private FeatureCard card(String id) {
        return cards.computeIfAbsent(
                id, missing -> new FeatureCard(snapshot.feature(id).orElseThrow(), requests.of(id), deeds));
    }

    // Most of what tells of a change does so during a layout, when no card may come in.
    private void lookLater() {
        if (!looking) {
            looking = true;
            Platform.runLater(this::look);
        }
    }

    private void look() {
        looking = false;
        double height = getViewportBounds().getHeight();
        if (height > 0) {
            double moved =
                    Math.max(0, column.getHeight() - height) * (getVvalue() - getVmin()) / (getVmax() - getVmin());
            double top = moved - column.sceneToLocal(grid.localToScene(0, 0)).getY();
            grid.look(top - NEAR, top + height + NEAR);
        }
    }

    private void count(FeatureFilter.Kind kind) {
        int count = FeatureFilter.of(kind, "").of(snapshot.features()).size();
        button(kind).setText(count == 0 ? kind.title() : kind.title() + "  " + count);
    }

    private EmptyState empty(FeatureFilter filter) {
        if (!snapshot.features().isEmpty()) {
            return EmptyState.none(filter);
        }
        return snapshot.repositories().isEmpty() ? EmptyState.noRepository() : EmptyState.nothingOnOffer();
    }
}
