package dev.dovetail.shell.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;

/** The two looks of the shell. */
public enum Theme {
    /** Dark text on a light ground. */
    LIGHT("Light"),
    /** Light text on a dark ground. */
    DARK("Dark");

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    /** @return what people read */
    public String title() {
        return title;
    }

    /** @return the other one */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    // By the theme's own class: JavaFX would look the bare path up on the thread's context class loader, which inside a
    // framework is anybody's guess.
    String stylesheet() {
        atlantafx.base.theme.Theme primer = this == LIGHT ? new PrimerLight() : new PrimerDark();
        URL url = primer.getClass().getResource(primer.getUserAgentStylesheet());
        return Objects.requireNonNull(url, () -> "no stylesheet of the theme " + title)
                .toExternalForm();
    }
}
