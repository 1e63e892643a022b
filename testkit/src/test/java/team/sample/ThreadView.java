package team.sample;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.ViewContext;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Lets a thread of its own run on. */
public final class ThreadView implements FeatureView {

    private volatile boolean ended;

    @Override
    public Node open(ViewContext context) {
        Thread thread = new Thread(this::work, "runs-on");
        thread.setDaemon(true);
        thread.start();
        return new Label("works on");
    }

    private void work() {
        while (!ended) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                ended = true;
            }
        }
    }

    @Override
    public void close() {}
}
