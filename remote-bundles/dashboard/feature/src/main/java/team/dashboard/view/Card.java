package team.dashboard.view;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import team.dashboard.board.Panel;
import team.dashboard.board.Source;

/** A panel as people see it: a line with its title and what can be done with it, the view, and a grip to resize it. */
final class Card extends BorderPane {

    private final Embedded embedded;
    private final Label title = new Label();
    private final Button follow = new Button(null, Icon.LINK.node());
    private final Button width = new Button();
    private final String panelId;
    private int height;

    Card(Panel panel, Embedded embedded, Deeds deeds) {
        this.embedded = embedded;
        this.panelId = panel.id();
        getStyleClass().add("dashboard-card");
        setId("dashboard-panel-" + panelId);
        setTop(head(panel, deeds));
        StackPane body = new StackPane(embedded.node());
        body.getStyleClass().add("dashboard-body");
        body.setMinSize(0, 0);
        setCenter(body);
        setBottom(grip(deeds));
    }

    private Node head(Panel panel, Deeds deeds) {
        title.getStyleClass().add("dashboard-card-title");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        boolean chart = panel.viewId().equals(Source.CHART.viewId());
        HBox head = new HBox(
                (chart ? Icon.CHART : Icon.TABLE).node(),
                title,
                room,
                button(follow, "follow", "", () -> deeds.change(panelId, now -> now.following(!now.following()))),
                button(new Button(null, Icon.LEFT.node()), "earlier", "Move forward", () -> deeds.move(panelId, -1)),
                button(new Button(null, Icon.RIGHT.node()), "later", "Move back", () -> deeds.move(panelId, 1)),
                button(width, "wide", "", () -> deeds.change(panelId, now -> now.wide(!now.wide()))),
                button(new Button(null, Icon.CLOSE.node()), "remove", "Remove", () -> deeds.remove(panelId)));
        follow.setVisible(chart);
        follow.setManaged(chart);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dashboard-card-head");
        return head;
    }

    private Button button(Button button, String name, String words, Runnable deed) {
        button.setId("dashboard-" + name + "-" + panelId);
        button.getStyleClass().addAll("flat", "dashboard-button");
        if (!words.isEmpty()) {
            explain(button, words);
        }
        button.setOnAction(pressed -> deed.run());
        return button;
    }

    private static void explain(Button button, String words) {
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
    }

    private Node grip(Deeds deeds) {
        Region grip = new Region();
        grip.getStyleClass().add("dashboard-grip");
        grip.setCursor(Cursor.V_RESIZE);
        grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            int wanted = (int) (event.getSceneY() - localToScene(0, 0).getY());
            if (wanted != height) {
                deeds.change(panelId, now -> now.high(wanted));
            }
            event.consume();
        });
        return grip;
    }

    void show(Panel panel) {
        height = panel.height();
        title.setText(panel.title());
        follow.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("following"), panel.following());
        explain(
                follow,
                panel.following()
                        ? "Follows what is chosen in the tables. Click to keep it as it is."
                        : "Stays as it is. Click to follow what is chosen in the tables.");
        width.setGraphic((panel.wide() ? Icon.NARROW : Icon.WIDE).node());
        explain(width, panel.wide() ? "Half the width" : "The whole width");
    }

    void parameters(Values parameters) {
        embedded.parameters(parameters);
    }

    Memento save() {
        return embedded.save();
    }

    void close() {
        embedded.close();
    }
}
