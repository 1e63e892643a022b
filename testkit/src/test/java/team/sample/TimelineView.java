package team.sample;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Lets an animation run on. */
public final class TimelineView implements FeatureView {

    private int count;

    @Override
    public Node open(ViewContext context) {
        Timeline timeline = new Timeline(new KeyFrame(Duration.millis(20), ended -> count++));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return new Label("runs on");
    }

    @Override
    public void close() {}
}
