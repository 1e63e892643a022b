package dev.dovetail.shell.theme;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that the shell brings along. */
public final class Fonts {

    private static final System.Logger LOG = System.getLogger(Fonts.class.getName());

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "Inter-Medium.otf",
            "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /**
     * Makes the fonts known to JavaFX, which needs them before the first text is styled. Any thread.
     *
     * @return how many were taken; the others are replaced by the platform's
     */
    public static int load() {
        return (int) FILES.stream().filter(Fonts::load).count();
    }

    private static boolean load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            if (in != null && Font.loadFont(in, 13) != null) {
                return true;
            }
            LOG.log(Level.WARNING, "The font {0} could not be loaded; another one is shown.", file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The font " + file + " could not be read; another one is shown.", e);
        }
        return false;
    }
}
