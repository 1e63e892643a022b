package acme.replay;

import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Popup;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Has all that is known to keep a view in memory: FXML with a controller and a control of its own, a stylesheet with an
 * image, an image view, a table, an animation that never ends, a timer, a popup that stays open, a listener on the shell's
 * window and a thread that works. What the context owns ends by itself; the popup is forgotten altogether.
 */
@Feature(id = "replay", title = "Replay")
@View(id = "replay.main", title = "Replay")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class ReplayView implements FeatureView {

    private final Popup popup = new Popup();
    private final ReplayPane pane = new ReplayPane();
    private int turns;

    @Override
    public Node open(ViewContext context) throws IOException {
        FXMLLoader loader = new FXMLLoader(ReplayView.class.getResource("replay.fxml"));
        loader.setClassLoader(ReplayView.class.getClassLoader());
        loader.setController(pane);
        Node root = loader.load();
        pane.fill(version(), context.memento());
        FadeTransition fade = new FadeTransition(javafx.util.Duration.seconds(1), pane.image());
        context.own(fade);
        fade.setFromValue(0.5);
        fade.setAutoReverse(true);
        fade.setCycleCount(Animation.INDEFINITE);
        fade.play();
        context.every(Duration.ofMillis(50), () -> turns++);
        context.background().execute(ReplayView::work);
        root.sceneProperty().addListener((value, was, scene) -> follow(context, scene));
        return root;
    }

    private void follow(ViewContext context, Scene scene) {
        if (scene != null) {
            context.listen(scene.widthProperty(), (value, was, is) -> turns++);
        }
    }

    private static void work() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void restored() {
        Label hint = new Label("a hint");
        hint.setOnMouseClicked(clicked -> turns++);
        popup.getContent().add(hint);
        if (pane.image().getScene().getWindow() != null) {
            popup.show(pane.image(), 20, 20);
        }
        pane.restored();
    }

    @Override
    public Memento save() {
        return pane.save();
    }

    @Override
    public void close() {
        // What is to end is the context's, and what is left is the shell's.
    }

    private static String version() throws IOException {
        try (InputStream in = Objects.requireNonNull(ReplayView.class.getResourceAsStream("release.properties"))) {
            Properties release = new Properties();
            release.load(in);
            return release.getProperty("version");
        }
    }
}
