package dev.dovetail.shell.palette;

import dev.dovetail.shell.theme.Icons;
import dev.dovetail.shell.theme.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The command palette: an overlay with one field. Arrows choose, Enter runs, Esc or a click beside it closes and gives
 * the keyboard back. JavaFX application thread only.
 */
public final class Palette extends StackPane {

    private static final Duration IN = Duration.millis(120);

    private final List<PaletteRow> rows = new ArrayList<>();
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final VBox card = new VBox();
    private final Supplier<List<PaletteEntry>> source;
    private final Function<String, Optional<PaletteEntry>> typed;
    private final Motion motion;
    private List<PaletteEntry> entries = List.of();
    private Optional<Node> focusBefore = Optional.empty();
    private int chosen;

    /**
     * @param source what there is to run, asked each time it opens
     * @param typed what else can be run, by what is typed
     * @param motion how it appears
     */
    public Palette(Supplier<List<PaletteEntry>> source, Function<String, Optional<PaletteEntry>> typed, Motion motion) {
        this.source = source;
        this.typed = typed;
        this.motion = motion;
        setId("palette");
        getStyleClass().add("palette-scrim");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        card.getStyleClass().add("palette");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.getChildren().addAll(head(), body(), foot());
        getChildren().add(card);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedBeside);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private HBox head() {
        field.setId("palette-field");
        field.setPromptText("Search or run a command");
        field.textProperty().addListener((text, was, is) -> search());
        HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        HBox head = new HBox(Icons.of("search"), field);
        head.getStyleClass().add("palette-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ScrollPane body() {
        list.getStyleClass().add("palette-list");
        scroll.getStyleClass().add("palette-body");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private static HBox foot() {
        HBox foot = new HBox(
                Keycap.of("↑+↓"), hint("choose"), Keycap.of("Enter"), hint("run"), Keycap.of("Esc"), hint("close"));
        foot.getStyleClass().add("palette-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("palette-hint");
        return hint;
    }

    /** Opens the palette, empty. */
    public void open() {
        if (isVisible()) {
            return;
        }
        focusBefore = Optional.ofNullable(getScene().getFocusOwner());
        entries = source.get();
        field.clear();
        search();
        setVisible(true);
        motion.enter(card, -8, IN);
        field.requestFocus();
    }

    /** Closes the palette. */
    public void close() {
        setVisible(false);
        focusBefore.filter(node -> node.getScene() == getScene()).ifPresent(Node::requestFocus);
        focusBefore = Optional.empty();
    }

    private void search() {
        rows.clear();
        List<Node> nodes = new ArrayList<>();
        Optional<PaletteEntry.Group> group = Optional.empty();
        List<PaletteEntry> all = new ArrayList<>(entries);
        typed.apply(field.getText()).ifPresent(all::add);
        for (PaletteSearch.Hit hit : PaletteSearch.hits(all, field.getText())) {
            Optional<PaletteEntry.Group> next = Optional.of(hit.entry().group());
            if (!next.equals(group)) {
                nodes.add(groupHead(hit.entry().group()));
                group = next;
            }
            nodes.add(row(hit));
        }
        list.getChildren().setAll(nodes.isEmpty() ? List.of(nothing()) : nodes);
        scroll.setVvalue(0);
        choose(0);
    }

    private static Label groupHead(PaletteEntry.Group group) {
        Label head = new Label(group.title());
        head.getStyleClass().add("palette-group");
        return head;
    }

    private Label nothing() {
        Label nothing = new Label("Nothing matches “" + field.getText() + "”");
        nothing.getStyleClass().add("palette-nothing");
        return nothing;
    }

    private PaletteRow row(PaletteSearch.Hit hit) {
        PaletteRow row = new PaletteRow(hit);
        int index = rows.size();
        row.setOnMouseMoved(moved -> choose(index));
        row.setOnMouseClicked(clicked -> run(row.entry()));
        rows.add(row);
        return row;
    }

    private void choose(int index) {
        chosen = index;
        for (int n = 0; n < rows.size(); n++) {
            rows.get(n).selected(n == index);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> runChosen();
            case TAB -> move(event.isShiftDown() ? -1 : 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        if (!rows.isEmpty()) {
            choose(Math.floorMod(chosen + step, rows.size()));
            reveal(rows.get(chosen));
        }
    }

    private void reveal(PaletteRow row) {
        double view = scroll.getViewportBounds().getHeight();
        double hidden = list.getHeight() - view;
        if (hidden > 0) {
            double top = scroll.getVvalue() * hidden;
            double first = row.getBoundsInParent().getMinY();
            double last = row.getBoundsInParent().getMaxY();
            double wanted = first < top ? first : last > top + view ? last - view : top;
            scroll.setVvalue(wanted / hidden);
        }
    }

    private void runChosen() {
        if (chosen < rows.size()) {
            run(rows.get(chosen).entry());
        }
    }

    private void run(PaletteEntry entry) {
        close();
        entry.run().run();
    }

    private void pressedBeside(MouseEvent event) {
        if (event.getTarget() == this) {
            close();
        }
        event.consume();
    }
}
