package dev.dovetail.shell.rail;

import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.slide.SlidingPane;
import dev.dovetail.shell.theme.NodeIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The buttons at the left: the features page, then every view of every feature. Up and Down move between them. JavaFX
 * application thread only.
 */
public final class Rail extends SlidingPane {

    private final Map<String, RailButton> buttons = new LinkedHashMap<>();
    private final VBox column;
    private final RailButton home = new RailButton("rail-features", "grid", "Features");
    private final Region line = new Region();
    private final Consumer<String> onView;
    private List<RailEntry> entries = List.of();
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
        buttons.clear();
        entries.forEach(entry -> buttons.put(entry.view().id(), button(entry)));
        column.getChildren().setAll(home);
        if (!buttons.isEmpty()) {
            column.getChildren().add(line);
        }
        column.getChildren().addAll(buttons.values());
        select(selected);
        focused.ifPresent(this::focus);
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
            List<Node> stops = column.getChildren().stream()
                    .filter(RailButton.class::isInstance)
                    .toList();
            stops.get(Math.floorMod(stops.indexOf(from) + step, stops.size())).requestFocus();
            event.consume();
        }
    }
}
