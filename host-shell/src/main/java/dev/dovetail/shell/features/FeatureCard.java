package dev.dovetail.shell.features;

import atlantafx.base.theme.Styles;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.When;
import dev.dovetail.shell.requests.ProgressText;
import dev.dovetail.shell.requests.Request;
import dev.dovetail.shell.theme.Hint;
import dev.dovetail.shell.theme.Icons;
import dev.dovetail.shell.theme.Tile;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One feature on the page. It is changed in place, so that the keyboard stays where it is. */
final class FeatureCard extends VBox {

    private static final String MOMENT = "card-moment";

    private final FeatureDeeds deeds;
    private final String nodeId;
    private final HBox foot = new HBox();
    private final HBox head = new HBox();
    private final Label description = new Label();
    private FeatureStatus feature;
    private Optional<Request> request;
    private Optional<When> waits;
    private boolean off;
    private boolean disabled;

    FeatureCard(FeatureStatus feature, Optional<Request> underWay, FeatureDeeds deeds) {
        this.feature = feature;
        this.deeds = deeds;
        request = underWay;
        waits = deeds.waits(feature);
        off = deeds.isOff(feature);
        disabled = deeds.isDisabled(feature);
        nodeId = "feature-" + feature.id();
        setId(nodeId);
        getStyleClass().add("feature-card");
        head.getStyleClass().add("card-head");
        foot.getStyleClass().add("card-foot");
        foot.setAlignment(Pos.CENTER_RIGHT);
        description.getStyleClass().add("card-description");
        description.setWrapText(true);
        description.setMinHeight(USE_PREF_SIZE);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(head, description, space, foot);
        draw();
    }

    void show(FeatureStatus next, Optional<Request> underWay) {
        Optional<When> nextWaits = deeds.waits(next);
        boolean nowOff = deeds.isOff(next);
        boolean sameFoot = request.isPresent() == underWay.isPresent()
                && feature.equals(next)
                && waits.equals(nextWaits)
                && off == nowOff
                && disabled == deeds.isDisabled(next);
        off = nowOff;
        disabled = deeds.isDisabled(next);
        feature = next;
        waits = nextWaits;
        request = underWay;
        if (sameFoot) {
            underWay.ifPresent(this::advance);
        } else {
            draw();
        }
    }

    private void draw() {
        description.setText(
                feature.state() instanceof HeldBack held
                        ? (feature.description() + "\n" + held.newer() + " is held back: " + held.reason()).strip()
                        : feature.description());
        getChildren().removeIf(node -> node.getStyleClass().contains(MOMENT));
        waits.ifPresent(when -> getChildren().add(getChildren().indexOf(description) + 1, moment(when)));
        feature.state().deadline().ifPresent(deadline -> getChildren()
                .add(getChildren().indexOf(description) + 1, deadline(deadline)));
        head.getChildren().setAll(new Tile(feature.id(), feature.icon()), names(), chip());
        foot.getChildren().clear();
        request.ifPresentOrElse(this::drawProgress, this::drawButtons);
    }

    private Label deadline(Deadline due) {
        String text = due.version() + " " + deeds.words().within(due);
        Label deadline = new Label(text, Icons.of("alert-circle"));
        deadline.getStyleClass().addAll(MOMENT, "deadline");
        deadline.setWrapText(true);
        deadline.setMinHeight(USE_PREF_SIZE);
        return deadline;
    }

    private static Label moment(When when) {
        Label moment = new Label("Updates " + when.words(), Icons.of("clock"));
        moment.getStyleClass().add(MOMENT);
        return moment;
    }

    private VBox names() {
        Label title = new Label(feature.title());
        title.getStyleClass().add("card-title");
        Label version = new Label(feature.state().version());
        version.getStyleClass().add("card-version");
        HBox meta = new HBox(version);
        meta.getStyleClass().add("card-meta");
        meta.setAlignment(Pos.BASELINE_LEFT);
        if (!feature.vendor().isBlank()) {
            Label vendor = new Label(feature.vendor() + " ·");
            vendor.getStyleClass().add("card-vendor");
            meta.getChildren().add(0, vendor);
        }
        VBox names = new VBox(title, meta);
        names.getStyleClass().add("card-names");
        HBox.setHgrow(names, Priority.ALWAYS);
        return names;
    }

    private Label chip() {
        FeatureStatus.State state = feature.state();
        String text = disabled
                ? "Disabled"
                : off
                        ? "Off"
                        : state instanceof Available
                                ? "Available"
                                : state instanceof Updatable ? "Update" : "Installed";
        Label chip = new Label(text);
        chip.getStyleClass().addAll("chip", text.toLowerCase(java.util.Locale.ROOT));
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private void drawButtons() {
        FeatureStatus.State state = feature.state();
        if (state instanceof Available) {
            foot.getChildren().add(button("install", "Install", true, deeds::install));
            return;
        }
        Button remove = button("remove", "Remove", false, deeds::remove);
        remove.getStyleClass().addAll(Styles.FLAT, "quiet");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        foot.getChildren().addAll(remove, space);
        if (disabled) {
            foot.getChildren().add(button("enable", "Enable", true, deeds::enable));
            return;
        }
        if (off) {
            foot.getChildren().add(button("switch-on", "Switch on", true, deeds::switchOn));
            return;
        }
        if (feature.contributions().stream().anyMatch(Contribution.View.class::isInstance)) {
            foot.getChildren().add(button("open", "Open", false, deeds::open));
        }
        if (state instanceof Updatable updatable) {
            foot.getChildren().add(update(updatable));
        }
    }

    private SplitMenuButton update(Updatable updatable) {
        SplitMenuButton update = new SplitMenuButton();
        update.setText("Update to " + updatable.newer());
        update.setId(nodeId + "-update");
        update.setMinWidth(USE_PREF_SIZE);
        update.setGraphic(Icons.of("arrow-up-circle"));
        update.getStyleClass().add(Styles.ACCENT);
        Hint.on(update, update.getText() + " " + feature.title());
        update.setOnAction(pressed -> deeds.update(feature));
        for (When when : When.values()) {
            MenuItem item = new MenuItem(when.label());
            item.setOnAction(chosen -> deeds.updateLater(feature, when));
            update.getItems().add(item);
        }
        waits.ifPresent(when -> {
            MenuItem not = new MenuItem(updatable.deadline().isEmpty() ? "Not by itself" : "Not before it must be in");
            not.setOnAction(chosen -> deeds.forgetUpdate(feature));
            update.getItems().addAll(new SeparatorMenuItem(), not);
        });
        return update;
    }

    private Button button(String name, String text, boolean accent, Consumer<FeatureStatus> deed) {
        Button button = new Button(text);
        button.setId(nodeId + "-" + name);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> deed.accept(feature));
        if (accent) {
            button.getStyleClass().add(Styles.ACCENT);
            button.setGraphic(Icons.of(icon(name)));
        }
        Hint.on(button, text + " " + feature.title());
        return button;
    }

    private static String icon(String name) {
        return switch (name) {
            case "install" -> "download";
            case "switch-on", "enable" -> "power";
            default -> "arrow-up-circle";
        };
    }

    private void drawProgress(Request underWay) {
        Label text = new Label();
        text.getStyleClass().add("card-progress");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar(-1);
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(text, bar);
        box.getStyleClass().add("card-progress-box");
        HBox.setHgrow(box, Priority.ALWAYS);
        Button cancel = button("cancel", "Cancel", false, deeds::cancel);
        cancel.getStyleClass().addAll(Styles.FLAT, "quiet", "card-cancel");
        foot.getChildren().setAll(box, cancel);
        advance(underWay);
    }

    private void advance(Request underWay) {
        for (Node node : foot.lookupAll(".card-progress")) {
            if (node instanceof Label text) {
                text.setText(ProgressText.detail(underWay));
            }
        }
        foot.lookupAll(".card-cancel").forEach(cancel -> cancel.setVisible(ProgressText.cancellable(underWay)));
        for (Node node : foot.lookupAll(".thin-bar")) {
            if (node instanceof ProgressBar bar) {
                bar.setProgress(ProgressText.fraction(underWay));
            }
        }
    }
}
