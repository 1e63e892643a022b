package dev.dovetail.shell.theme;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Short movements that show where something came from.
 *
 * @param reduced whether everything is simply there at once, as when nobody watches
 */
public record Motion(boolean reduced) {

    private static final Interpolator EASE_OUT = Interpolator.SPLINE(0.2, 0.8, 0.2, 1);

    /**
     * @param node appears
     * @param from how far away from its place it starts, in pixels downwards
     * @param length how long it takes
     */
    public void enter(Node node, double from, Duration length) {
        if (reduced) {
            return;
        }
        FadeTransition fade = fade(node, 0, 1, length);
        TranslateTransition slide = new TranslateTransition(length, node);
        slide.setFromY(from);
        slide.setToY(0);
        slide.setInterpolator(EASE_OUT);
        new ParallelTransition(fade, slide).play();
    }

    /**
     * @param node disappears
     * @param length how long it takes
     * @param then what to do afterwards
     */
    public void fadeOut(Node node, Duration length, Runnable then) {
        if (reduced) {
            then.run();
            return;
        }
        FadeTransition fade = fade(node, node.getOpacity(), 0, length);
        fade.setOnFinished(finished -> then.run());
        fade.play();
    }

    private static FadeTransition fade(Node node, double from, double to, Duration length) {
        FadeTransition fade = new FadeTransition(length, node);
        fade.setFromValue(from);
        fade.setToValue(to);
        fade.setInterpolator(EASE_OUT);
        return fade;
    }
}
