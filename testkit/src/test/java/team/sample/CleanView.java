package team.sample;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import java.io.IOException;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;

/** Has a bit of everything, and leaves it all to itself, its context or the shell. */
public final class CleanView implements FeatureView {

    private final Timeline timeline = new Timeline(new KeyFrame(Duration.millis(20), ended -> {}));

    private int count;

    @Override
    public Node open(ViewContext context) throws IOException {
        timeline.setCycleCount(Animation.INDEFINITE);
        context.own(timeline);
        timeline.play();
        context.every(java.time.Duration.ofMillis(20), () -> {});
        context.listen(Platform.accessibilityActiveProperty(), (value, was, is) -> count++);
        Popup popup = new Popup();
        Label label = FXMLLoader.load(getClass().getResource("label.fxml"));
        label.setOnMouseClicked(clicked -> popup.show(label, 0, 0));
        popup.getContent().add(new Button("hint"));
        label.sceneProperty().addListener((value, was, is) -> {});
        context.background().execute(() -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        TableView<String> table = new TableView<>();
        table.getColumns().add(new TableColumn<>("a"));
        VBox box = new VBox(label, table, new TextArea());
        box.getStylesheets().add("data:text/css,.label%7B-fx-font-size:20%7D");
        return box;
    }

    @Override
    public void close() {}
}
