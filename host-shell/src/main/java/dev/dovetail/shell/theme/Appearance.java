package dev.dovetail.shell.theme;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/** The theme that is on now. JavaFX application thread only. */
public final class Appearance {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final Duration FADE = Duration.millis(150);

    private final List<Consumer<Theme>> listeners = new ArrayList<>();
    private final Motion motion;
    private Theme theme;
    private String stylesheet;

    /**
     * @param theme the first theme
     * @param motion how the change is shown
     */
    public Appearance(Theme theme, Motion motion) {
        this.theme = theme;
        this.motion = motion;
        // Before the first control is made: it would bring JavaFX's own theme in, to be thrown away at once.
        stylesheet = theme.stylesheet();
        if (!stylesheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(stylesheet);
        }
    }

    /** @return the address of the stylesheet of the theme that is on */
    public String stylesheet() {
        return stylesheet;
    }

    /** @return the theme that is on */
    public Theme theme() {
        return theme;
    }

    /** @param listener told of each change */
    public void listen(Consumer<Theme> listener) {
        listeners.add(listener);
    }

    /**
     * Puts nodes into a scene with the shell's own rules; the colours come from the theme.
     *
     * @param root all that is to be seen, in no scene yet
     * @param width how wide it will be shown
     * @param height how high it will be shown
     * @return the scene
     */
    public Scene dressed(Parent root, double width, double height) {
        // The rules first: each node is matched when it comes in, and again when they change.
        Scene scene = new Scene(new Pane(), width, height);
        scene.getStylesheets().add(shellStylesheet());
        mark(root);
        scene.setRoot(root);
        return scene;
    }

    /**
     * Changes to the other theme. Restyling takes a few frames, so the old picture lies over the new one and fades.
     *
     * @param scene what is restyled
     * @param overlay where the picture lies meanwhile
     */
    public void toggle(Scene scene, Pane overlay) {
        ImageView before = new ImageView(scene.snapshot(null));
        before.setMouseTransparent(true);
        before.setManaged(false);
        overlay.getChildren().add(before);
        theme = theme.other();
        stylesheet = theme.stylesheet();
        Application.setUserAgentStylesheet(stylesheet);
        mark(scene.getRoot());
        // Popups look colours up in the window, and are styled before it as often as not.
        scene.getRoot().applyCss();
        listeners.forEach(listener -> listener.accept(theme));
        motion.fadeOut(before, FADE, () -> overlay.getChildren().remove(before));
    }

    private void mark(Parent root) {
        root.pseudoClassStateChanged(DARK, theme == Theme.DARK);
    }

    private static String shellStylesheet() {
        URL url = Appearance.class.getResource("shell.css");
        return Objects.requireNonNull(url, "shell.css is missing from the shell's bundle")
                .toExternalForm();
    }
}
