package dev.dovetail.shell.rail;

import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.slide.SlidingPane;
import dev.dovetail.shell.theme.NodeIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The buttons at the left: the features page, then every view of every feature. Up and Down move between them. Buttons are
 * made when they come near what is seen, and kept from then on. JavaFX application thread only.
 */
public final class Rail extends SlidingPane {

    /** As many as fit into the window of a first start, so that none has to come after it. */
    private static final int AT_FIRST = 18;

    private static final int AHEAD = 6;

    private final Map<String, RailButton> buttons = new LinkedHashMap<>();
    private final VBox column;
    private final RailButton home = new RailButton("rail-features", "grid", "Features");
    private final Region line = new Region();
    private final Region unmade = new Region();
    private final Consumer<String> onView;
    private List<RailEntry> entries = List.of();
    private int made;
    private boolean growing;
    private Optional<String> selected = Optional.empty();

    /**
     * @param onHome opens the features page
     * @param onView opens a view
     */
    public Rail(Runnable onHome, Consumer<String> onView) {
        this(new VBox(), onHome, onView);
    }

    private Rail(VBox column, Runnable onHome, Consumer<String> onView) {
        super(column, Orientation.VERTICAL);
        this.column = column;
        this.onView = onView;
        getStyleClass().add("rail");
        column.getStyleClass().add("rail-column");
        column.setAlignment(Pos.TOP_CENTER);
        line.getStyleClass().add("rail-line");
        home.setOnAction(pressed -> onHome.run());
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        column.getChildren().setAll(home);
    }

    /** @param snapshot what to show */
    public void show(Snapshot snapshot) {
        home.badge(snapshot.features().stream()
                .filter(feature -> feature.state() instanceof Updatable)
                .count());
        List<RailEntry> next = RailEntry.of(snapshot);
        if (!next.equals(entries)) {
            entries = next;
            rebuild();
        }
    }

    private void rebuild() {
        Optional<String> focused = Optional.ofNullable(getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .filter(RailButton.class::isInstance)
                .map(Node::getId);
        int before = made;
        made = 0;
        buttons.clear();
        column.getChildren().setAll(home);
        if (!entries.isEmpty()) {
            column.getChildren().add(line);
        }
        make(Math.max(AT_FIRST, before));
        focused.ifPresent(this::focus);
    }

    private void make(int many) {
        column.getChildren().remove(unmade);
        List<Node> next = new ArrayList<>();
        for (RailEntry entry : entries.subList(made, Math.max(made, Math.min(many, entries.size())))) {
            RailButton button = button(entry);
            if (buttons.putIfAbsent(entry.view().id(), button) == null) {
                next.add(button);
            }
            made++;
        }
        if (made < entries.size()) {
            next.add(unmade);
        }
        column.getChildren().addAll(next);
        select(selected);
    }

    @Override
    protected void layoutChildren() {
        double pitch = home.prefHeight(-1) + column.getSpacing();
        unmade.setMinHeight(Math.max(0, (entries.size() - made) * pitch - column.getSpacing()));
        super.layoutChildren();
        int near = (int) Math.min(entries.size(), Math.ceil(seenTo() / pitch) + AHEAD);
        if (near > made && !growing) {
            // Nothing may come in during a layout.
            growing = true;
            Platform.runLater(() -> {
                growing = false;
                make(near);
            });
        }
    }

    private RailButton button(RailEntry entry) {
        String id = entry.view().id();
        RailButton button = new RailButton(NodeIds.of("rail", id), entry.view().icon(), entry.tooltip()).marked(entry);
        button.setOnAction(pressed -> onView.accept(id));
        return button;
    }

    /** @param viewId the view in front, or empty for the features page */
    public void select(Optional<String> viewId) {
        selected = viewId;
        home.selected(viewId.isEmpty());
        buttons.forEach(
                (id, button) -> button.selected(viewId.filter(id::equals).isPresent()));
    }

    private void focus(String nodeId) {
        column.getChildren().stream()
                .filter(node -> nodeId.equals(node.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0 && event.getTarget() instanceof RailButton from) {
            int next = stops().indexOf(from) + step;
            if (made < entries.size() && (next < 0 || next >= stops().size())) {
                make(entries.size());
                applyCss();
                layout();
            }
            stops().get(Math.floorMod(next, stops().size())).requestFocus();
            event.consume();
        }
    }

    private List<Node> stops() {
        return column.getChildren().stream()
                .filter(RailButton.class::isInstance)
                .toList();
    }
}
